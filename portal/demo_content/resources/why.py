"""Why co-produce: what the four case studies count."""

from ..prose import sections

_CY = """
## Mae’n gweithio ar bob lefel

Mae’r hyfforddiant yn disgrifio tair lefel o effaith.

- Dinasyddion: grym a pherchnogaeth, gwell iechyd a llesiant, cymunedau cryfach a mwy cydlynol.
- Staff: gwasanaethau mwy perthnasol ac effeithiol, staff hapusach a mwy bodlon.
- Sefydliadau: sefydliadau iachach, cynaliadwyedd a gwerth am arian.

Mae’r ffigurau isod yn dod o bedair astudiaeth achos yr hyfforddiant. Rydyn ni’n eu rhoi fel y maen nhw, heb
ychwanegu dim.

## ACE: Gweithredu yng Nghaerau a Threlái

Dros 31,000 o oriau o wirfoddoli a dros 80 o grwpiau cymunedol. Mae gan 86% rwydweithiau cryfach. Mae gan 77%
well ansawdd bywyd. Mae 60% yn iachach. Mae’r cymorth gofal cymdeithasol 26% yn llai. Mae 50% o sefydliadau’n
dweud bod eu gwasanaethau wedi gwella, gyda’r un adnoddau neu lai.

## Fforwm Ieuenctid Afon

Roedd 61% o’r tenantiaethau’n methu. Wedyn roedd 100% yn llwyddo. Aeth 40% o’r rhai a gymerodd ran ymlaen i
waith cynaliadwy.

## S.U.N., rhwydwaith defnyddwyr gwasanaeth

Mae’r defnydd o adrannau brys 30% yn is. Aeth derbyniadau wedi’u cynllunio i lawr o 725 i 596, a derbyniadau heb
eu cynllunio o 414 i 286. Mae’r defnydd o ddyddiau gwely 50% yn is.

## Family by Family

Mae 1,500 o deuluoedd wedi cael help hyd yma, gydag un gweithiwr proffesiynol i bob 100 o blant. Mae 90% yn
dweud “gwell o lawer iawn”. Yr arbedion yw 7:1.

## Sut i ddarllen y ffigurau

- Gofynnwch beth sy’n allbwn, beth sy’n ganlyniad, a beth sy’n ganlyniad personol.
- Gofynnwch faint o bobl a gafodd eu holi, a phryd. Dydy’r hyfforddiant ddim yn dweud.
- Peidiwch ag addo’r un rhif yn eich lle chi. Mae pob lle’n wahanol.

Ac yn olaf, cofiwch pam rydyn ni wrthi: am fod pobl yn haeddu ffynnu, nid dim ond goroesi.
"""

_EN = """
## It works on every level

The training describes three levels of impact.

- Citizens: empowerment and ownership, better health and well-being, stronger and more cohesive communities.
- Staff: more relevant and effective services, happier and more fulfilled staff.
- Organisations: healthier organisations, sustainability and value for money.

The figures below come from the training’s four case studies. We give them as they are, and add nothing.

## ACE: Action in Caerau & Ely

More than 31,000 hours of volunteering and more than 80 community groups. 86% have stronger networks. 77% have a
greater quality of life. 60% are healthier. There is 26% less social care support. 50% of organisations report
improved services, with the same resources or fewer.

## Afon Youth Forum

61% of tenancies failed. Afterwards 100% were successful. 40% of the people who took part went on to sustainable
employment.

## S.U.N. service user network

A&E use is down 30%. Planned admissions went down from 725 to 596, and unplanned admissions from 414 to 286. Bed
day use is down by 50%.

## Family by Family

1,500 families have been helped to date, with one professional to every 100 children. 90% report “heaps better”.
The savings are 7:1.

## How to read the figures

- Ask what is an output, what is an outcome, and what is a personal outcome.
- Ask how many people were asked, and when. The training does not say.
- Do not promise the same number in your place. Every place is different.

And in the end, remember why we do it: because people deserve to thrive, not just survive.
"""

WHY = {
    "slug_cy": "pam-cydgynhyrchu",
    "slug_en": "why-co-produce",
    "title": {"cy": "Pam cydgynhyrchu? Beth mae’r ffigurau’n ei ddweud", "en": "Why co-produce? What the figures say"},
    "summary": {
        "cy": "Yr effaith ar ddinasyddion, staff a sefydliadau, gyda ffigurau’r pedair astudiaeth achos.",
        "en": "The impact on citizens, staff and organisations, with the figures of the four case studies.",
    },
    "kind": "research",
    "principles": ["matters", "strengths"],
    "spectrum": ["with"],
    "problem_types": ["complex"],
    "topics": ["measuring", "health", "housing", "families"],
    "region": "all",
    "licence": "cc-by-sa",
    "year": 2026,
    "members_only": False,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}

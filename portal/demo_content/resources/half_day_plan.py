"""The plan of the half-day training, for members who facilitate."""

from ..prose import sections

_CY = """
## I bwy mae’r cynllun

I aelodau sy’n hwyluso hanner diwrnod ar hanfodion cydgynhyrchu. Tair awr, gydag egwyl yn y canol. Mae’r drefn
yn dilyn hyfforddiant y Rhwydwaith. Ein hawgrym ni yw’r amseroedd.

## Cyn yr egwyl

- 0:00 Croeso, a chynllun y bore ar un dudalen.
- 0:05 Grwpiau bach: enw, sefydliad, a dwy rownd o Rownd Robin.
- 0:25 Beth yw cydgynhyrchu, a beth dydy e ddim: y diffiniad a’r pum egwyddor.
- 0:45 Chwilio am yr egwyddorion: beth mae eich tîm yn ei wneud yn dda, a beth yw’r effaith? Rownd Robin.
- 1:00 Yr ysgol gyfranogi a’r sbectrwm rhyngweithio. Eich profiad chi, fel gweithiwr ac fel dinesydd. Gwiriwr y
sgwrs.
- 1:15 Astudiaeth achos ACE: chwiliwch am yr egwyddorion, gwiriwch y sbectrwm.

## Egwyl

Chwarter awr. Ymennydd, te, tŷ bach.

## Ar ôl yr egwyl

- 1:45 Grwpiau bach newydd: beth fydd yn aros hyd yma? Rownd Robin.
- 2:00 Pryd, a phryd i beidio: syml, cymhleth, cymhlyg, anhrefnus.
- 2:15 Dechrau o ble mae pobl, a chreu’r amodau: Fforwm Ieuenctid Afon a S.U.N.
- 2:25 Cydgynhyrchu a chi: dod o hyd i’r ffit. Gwiriwr y sgwrs.
- 2:40 Mesur yr hyn sy’n bwysig: o allbynnau i ganlyniadau personol. Beth ydych chi’n ei fesur nawr, a pham?
- 2:50 Astudiaeth achos Family by Family: problem, ymateb, canlyniadau, pŵer.
- 2:55 Beth nesaf? Ymunwch â’r Rhwydwaith, a diolch.

## Os bydd amser yn brin

Torrwch y sleidiau, nid y sgwrs. Cadwch yr egwyl. Cadwch un astudiaeth achos cyn yr egwyl ac un ar ei hôl.

## Beth i ddod gyda chi

- Cardiau ac ysgrifbinnau trwchus
- Cloc y gall pawb ei weld
- Fersiwn Hawdd ei Ddeall
- Bisgedi
"""

_EN = """
## Who the plan is for

Members who facilitate a half-day on the essentials of co-production. Three hours, with a break in the middle.
The order follows the Network’s training. The times are our suggestion.

## Before the break

- 0:00 Welcome, and the plan of the morning on one page.
- 0:05 Small groups: name, organisation, and two rounds of round robin.
- 0:25 What co-production is, and what it is not: the definition and the five principles.
- 0:45 Spot the principles: what does your team do well, and what is the impact? Round robin.
- 1:00 The ladder of participation and the spectrum of interactions. Your experience, as a professional and as a
citizen. Chat-checker.
- 1:15 The ACE case study: spot the principles, check the spectrum.

## Break

A quarter of an hour. Brain, tea, loo.

## After the break

- 1:45 New small groups: what will stick so far? Round robin.
- 2:00 When, and when not: simple, complicated, complex, chaotic.
- 2:15 Start from where people are, and create the conditions: Afon Youth Forum and S.U.N.
- 2:25 Co-production and you: find the fit. Chat-checker.
- 2:40 Measuring what matters: from outputs to personal outcomes. What are you measuring now, and why?
- 2:50 The Family by Family case study: problem, response, outcomes, power.
- 2:55 What next? Join the Network, and thank you.

## If time is short

Cut the slides, not the conversation. Keep the break. Keep one case study before the break and one after it.

## What to bring

- Cards and thick pens
- A clock that everybody can see
- The Easy Read version
- Biscuits
"""

HALF_DAY_PLAN = {
    "slug_cy": "cynllun-hanner-diwrnod",
    "slug_en": "half-day-plan",
    "title": {"cy": "Cynllun hanner diwrnod yr hanfodion", "en": "The essentials: a half-day plan"},
    "summary": {
        "cy": "Trefn y bore i hwyluswyr, o’r rownd gyntaf i’r diolch olaf.",
        "en": "The order of the morning for facilitators, from the first round to the last thank you.",
    },
    "kind": "document",
    "principles": ["networks", "enabling"],
    "spectrum": ["with"],
    "problem_types": ["complicated"],
    "topics": ["facilitation"],
    "region": "all",
    "licence": "cc-by-sa",
    "year": 2026,
    "members_only": True,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}

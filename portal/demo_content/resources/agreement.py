"""A group agreement on shared power and shared responsibility, for members."""

from ..prose import sections

_CY = """
## Beth yw hwn

Cytundeb drafft i grŵp sy’n dechrau gweithio gyda’i gilydd. Mae’n fan cychwyn. Croeswch bethau allan,
ychwanegwch eich rhai chi, a llofnodwch y fersiwn sy’n perthyn i chi.

## Ein haddewid

Rydyn ni’n rhannu’r pŵer ac yn rhannu’r cyfrifoldeb. Rydyn ni i gyd yma fel partneriaid cyfartal, beth bynnag yw
teitl ein swydd a phwy bynnag sy’n ein talu.

## Sut rydyn ni’n penderfynu

- Rydyn ni’n dweud ar y dechrau beth sydd ar agor a beth sydd ddim.
- Rydyn ni’n anelu at benderfyniad y gall pawb fyw gydag e.
- Os na allwn ni gytuno, rydyn ni’n aros un cyfarfod ac yn gofyn i ragor o bobl.
- Dydyn ni ddim yn penderfynu am neb sydd ddim yn yr ystafell.

## Sut rydyn ni’n siarad

- Un person ar y tro. Mae Rownd Robin ym mhob cyfarfod.
- Rydyn ni’n siarad ein dewis iaith.
- Mae gan bawb hawl i fod yn dawel, ac i newid eu meddwl.
- Mae’r hyn sy’n bersonol yn aros yn yr ystafell.

## Sut rydyn ni’n rhannu’r gwaith

- Mae pob tasg yn cael enw a dyddiad.
- Mae’r gwaith diflas yn cael ei rannu hefyd.
- Rydyn ni’n dweud yn gynnar os na allwn ni gadw addewid.
- Rydyn ni’n talu treuliau cyn i neb fod ar eu colled.

## Pan aiff pethau o chwith

Bydd hynny’n digwydd. Byddwn ni’n dweud wrth ein gilydd yn garedig ac yn fuan. Bydd dau berson, un sy’n cael ei
dalu ac un sydd ddim, yn gwrando ar unrhyw un sy’n anhapus.

## Edrych yn ôl

Bob tri mis rydyn ni’n gofyn: pwy siaradodd fwyaf? Pwy wnaeth fwyaf? Pwy benderfynodd? Beth sydd wedi newid i
bobl y tu allan i’r ystafell hon?

Llofnodion: ___
"""

_EN = """
## What this is

A draft agreement for a group that is starting to work together. It is a starting point. Cross things out, add
your own, and sign the version that belongs to you.

## Our promise

We share the power and we share the responsibility. We are all here as equal partners, whatever our job title is
and whoever pays us.

## How we decide

- We say at the start what is open and what is not.
- We aim for a decision that everybody can live with.
- If we cannot agree, we wait for one meeting and ask more people.
- We do not decide about anybody who is not in the room.

## How we talk

- One person at a time. There is a round robin in every meeting.
- We speak the language of our choice.
- Everybody has a right to be quiet, and to change their mind.
- What is personal stays in the room.

## How we share the work

- Every task gets a name and a date.
- The boring work is shared too.
- We say early if we cannot keep a promise.
- We pay expenses before anybody is out of pocket.

## When things go wrong

They will. We will tell each other kindly and soon. Two people, one who is paid and one who is not, will listen
to anybody who is unhappy.

## Looking back

Every three months we ask: who spoke most? Who did most? Who decided? What has changed for people outside this
room?

Signatures: ___
"""

AGREEMENT = {
    "slug_cy": "cytundeb-grwp",
    "slug_en": "group-agreement",
    "title": {
        "cy": "Cytundeb grŵp: rhannu pŵer a chyfrifoldeb",
        "en": "Group agreement: shared power and responsibility",
    },
    "summary": {
        "cy": "Cytundeb drafft i grŵp newydd, i’w newid a’i lofnodi gyda’ch gilydd.",
        "en": "A draft agreement for a new group, to change and to sign together.",
    },
    "kind": "toolkit",
    "principles": ["trust", "enabling"],
    "spectrum": ["with"],
    "problem_types": ["complex"],
    "topics": ["power", "teams"],
    "region": "all",
    "licence": "cc-by-sa",
    "year": 2026,
    "members_only": True,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}

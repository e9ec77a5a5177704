"""Find the fit: a worksheet on where to begin."""

from ..prose import sections

_CY = """
## Ar gyfer pwy

I chi, ar ôl yr hyfforddiant, pan fyddwch chi yn ôl wrth eich desg neu wrth fwrdd y gegin ac yn gofyn: ble mae
dechrau? Llenwch y daflen gyda rhywun arall. Mae dau ben yn well nag un.

## Beth allech chi ei wneud?

Meddyliwch yn fach. Nid “ailgynllunio’r gwasanaeth” ond “newid sut mae’r cyfarfod nesaf yn dechrau”.

- Tri pheth y gallwn i eu gwneud heb ofyn caniatâd: ___
- Un peth y byddai angen caniatâd arna i i’w wneud: ___

## Ar beth gallwch chi adeiladu?

Fyddwch chi byth yn dechrau o ddim. Mae rhywun yn eich lle chi yn cydgynhyrchu’n barod, heb ddefnyddio’r gair.

- Rhywbeth sydd eisoes yn gweithio’n dda: ___
- Pobl sydd eisoes yn helpu ei gilydd: ___

## Ble mae’r meddyliau agored a’r drysau agored?

Peidiwch â gwastraffu blwyddyn yn curo ar ddrws clo. Ewch lle mae croeso. Bydd y lleill yn gweld y golau ac yn
dod i weld.

- Pwy sy’n chwilfrydig?
- Pa gyfarfod, tîm neu gronfa sydd â lle i roi cynnig ar rywbeth?

## Beth sydd angen newid, a phwy all helpu?

- Rheol sy’n mynd yn y ffordd: ___
- Y person sy’n gallu newid y rheol: ___
- Beth fyddai’n bwysig i’r person hwnnw?

## Rhannu

- Profiad sydd gen i a allai helpu rhywun arall: ___
- Cwestiwn sydd gen i i’r Rhwydwaith: ___

## Un cam

O fewn pythefnos bydda i’n: ___

Y person fydd yn gofyn i fi sut aeth hi: ___

Rhowch gopi o’r adran olaf i’r person hwnnw nawr, cyn i chi anghofio. Os na ddigwyddodd dim, dewiswch gam llai.
Does dim cam sy’n rhy fach.
"""

_EN = """
## Who it is for

You, after the training, when you are back at your desk or at the kitchen table and asking: where do I begin?
Fill in the sheet with somebody else. Two heads are better than one.

## What could you do?

Think small. Not “redesign the service” but “change how the next meeting starts”.

- Three things that I could do without asking for permission: ___
- One thing that I would need permission to do: ___

## What can you build on?

You never start from nothing. Somebody in your place is co-producing already, without using the word.

- Something that works well already: ___
- People who help each other already: ___

## Where are the open minds and the open doors?

Do not waste a year knocking at a locked door. Go where there is a welcome. The others will see the light and
come to look.

- Who is curious?
- Which meeting, team or fund has room to try something?

## What needs to change, and who can help?

- A rule that gets in the way: ___
- The person who can change the rule: ___
- What would matter to that person?

## Share

- Experience of mine that could help somebody else: ___
- A question that I have for the Network: ___

## One step

Within a fortnight I will: ___

The person who will ask me how it went: ___

Give a copy of the last section to that person now, before you forget. If nothing happened, choose a smaller
step. No step is too small.
"""

FIND_THE_FIT = {
    "slug_cy": "taflen-dod-o-hyd-ir-ffit",
    "slug_en": "find-the-fit-worksheet",
    "title": {"cy": "Dod o hyd i’r ffit: taflen waith", "en": "Find the fit: a worksheet"},
    "summary": {
        "cy": "Beth allech chi ei wneud, ar beth gallwch chi adeiladu, a ble mae’r drysau agored?",
        "en": "What could you do, what can you build on, and where are the open doors?",
    },
    "kind": "toolkit",
    "principles": ["strengths", "enabling"],
    "spectrum": ["with"],
    "problem_types": ["complex"],
    "topics": ["getting-started"],
    "region": "all",
    "licence": "cc-by-sa",
    "year": 2026,
    "members_only": False,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}

"""Measuring what matters: from outputs to personal outcomes."""

from ..prose import blocks

_CY = """
> Os nad ydych chi’n mesur yr hyn sy’n bwysig, rydych chi’n gwneud yr hyn rydych chi’n ei fesur yn bwysig. |
Cydgynhyrchu: yr hanfodion

## Pedwar gair, pedwar ystyr

- **Mewnbynnau:** yr hyn rydyn ni’n ei fuddsoddi.
- **Allbynnau:** yr hyn mae’r system yn ei gynhyrchu.
- **Canlyniadau:** yr effaith, y gwahaniaeth mae’n ei wneud.
- **Canlyniadau personol:** y gwahaniaeth sy’n bwysig i’r person ei hun. Pwy sy’n penderfynu? Y person.

Mae “cynhaliwyd 12 sesiwn” yn allbwn. Mae “rwy’n nabod fy nghymdogion nawr” yn ganlyniad personol.

## Mesurwch y pethau iawn yn y ffordd iawn

- Gofynnwch y cwestiynau iawn: beth sy’n bwysig?
- Gofynnwch i’r bobl iawn: dinasyddion, staff, partneriaid.
- Gofynnwch ar yr adeg iawn: gosodwch linell sylfaen, dilynwch y newidiadau, daliwch ati i ddysgu.

## Beth ydych chi’n ei fesur nawr, a pham?

- Mesur i dicio’r blwch neu i gyrraedd targed?
- Mesur i ddysgu a gwella?
- Mesur i gynnwys pobl a meithrin perthynas?
- Mesur i berswadio?

Mae rheswm da dros bob un, ond mae angen gwybod pa un sydd ar waith. Dechreuwch gyda dysgu.

## Cam cyntaf bach

Dewiswch un peth rydych chi’n ei gyfrif yn barod. Gofynnwch i bump o bobl: pa wahaniaeth wnaeth hyn i chi?
Gwrandewch am y geiriau maen nhw’n eu defnyddio. Dyna ddechrau mesur yr hyn sy’n bwysig.
"""

_EN = """
> If you don’t measure what’s important, you make what you measure important. | Co-production: the essentials

## Four words, four meanings

- **Inputs:** what we invest.
- **Outputs:** what the system produces.
- **Outcomes:** the impact it has, the difference it makes.
- **Personal outcomes:** the difference that matters to the person. Who decides? The person.

“We held 12 sessions” is an output. “I know my neighbours now” is a personal outcome.

## Measure the right things in the right way

- Ask the right questions: what matters?
- Ask the right people: citizens, staff, partners.
- Ask at the right time: set a baseline, track the changes, keep learning.

## What are you measuring now, and why?

- Measuring to tick the box or hit a target?
- Measuring to learn and improve?
- Measuring to engage people and build relationships?
- Measuring to persuade?

There is a good reason for each, but you need to know which one is at work. Start with learning.

## A small first step

Choose one thing that you count already. Ask five people: what difference did this make to you? Listen for the
words they use. That is the start of measuring what matters.
"""

MEASURING = {
    "slug_cy": "mesur-yr-hyn-syn-bwysig",
    "slug_en": "measuring-what-matters",
    "menu": False,
    "title": {"cy": "Mesur yr hyn sy’n bwysig", "en": "Measuring what matters"},
    "summary": {
        "cy": "O allbynnau i ganlyniadau personol: y cwestiynau iawn, i’r bobl iawn, ar yr adeg iawn.",
        "en": "From outputs to personal outcomes: the right questions, of the right people, at the right time.",
    },
    "body": {"cy": blocks(_CY), "en": blocks(_EN)},
}

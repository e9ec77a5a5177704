"""Measuring what matters: the toolkit."""

from ..prose import sections

_CY = """
## Pedwar gair

- Mewnbynnau: yr hyn rydyn ni’n ei fuddsoddi. Arian, amser, ystafell.
- Allbynnau: yr hyn mae’r system yn ei gynhyrchu. Sesiynau, taflenni, galwadau.
- Canlyniadau: yr effaith, y gwahaniaeth. Llai o ddamweiniau, mwy o gwsg.
- Canlyniadau personol: y gwahaniaeth y mae’r person ei hun yn ei ddewis. “Dw i am gerdded i siop y pentref
eto.”

Y cwestiwn sy’n eu gwahanu yw: pwy sy’n penderfynu?

## Beth ydych chi’n ei fesur nawr, a pham?

Rhestrwch bopeth rydych chi’n ei gyfrif. Wrth ymyl pob un, rhowch un llythyren.

- T: ticio’r blwch neu gyrraedd targed.
- D: dysgu a gwella.
- C: cynnwys pobl a meithrin perthynas.
- P: perswadio rhywun.

Edrychwch ar y rhestr gyda’ch gilydd. Ydy’r cydbwysedd yn iawn? Beth allech chi roi’r gorau i’w fesur yfory, heb
i neb sylwi?

## Sgwrs am yr hyn sy’n bwysig

Mae canlyniad personol yn dod o sgwrs, nid o ffurflen. Dyma bedwar cwestiwn i’w gofyn yn eich geiriau eich hun.

- Beth sy’n mynd yn dda ar hyn o bryd?
- Beth fyddai’n gwneud diwrnod da yn ddiwrnod gwell?
- Beth allwch chi ei wneud, a phwy all helpu?
- Sut byddwn ni’n gwybod ein bod ni ar y ffordd?

Er enghraifft: dywedodd un fenyw ddychmygol ei bod am drefnu gŵyl fach i’r stryd. Roedd pawb arall wedi
ysgrifennu “unig” ar ei ffeil.

## O’r stori i’r ffigur

Casglwch nifer o ganlyniadau personol, a chwiliwch am yr hyn sy’n gyffredin. Dyna’ch canlyniadau. Wedyn
gofynnwch pa allbynnau sydd wir yn helpu. Dim ond wedyn y mae’n werth cyfrif.

## Cofiwch

Os nad ydych chi’n mesur yr hyn sy’n bwysig, rydych chi’n gwneud yr hyn rydych chi’n ei fesur yn bwysig.
"""

_EN = """
## Four words

- Inputs: what we invest. Money, time, a room.
- Outputs: what the system produces. Sessions, leaflets, calls.
- Outcomes: the impact, the difference. Fewer accidents, more sleep.
- Personal outcomes: the difference that the person chooses. “I want to walk to the village shop again.”

The question that tells them apart is: who decides?

## What are you measuring now, and why?

List everything you count. Next to each, put one letter.

- T: to tick the box or hit a target.
- L: to learn and improve.
- E: to engage people and build relationships.
- P: to persuade somebody.

Look at the list together. Is the balance right? What could you stop measuring tomorrow, without anybody
noticing?

## A conversation about what matters

A personal outcome comes from a conversation, not from a form. Here are four questions to ask in your own words.

- What is going well at the moment?
- What would make a good day a better day?
- What can you do, and who can help?
- How will we know that we are on the way?

For example: one imaginary woman said that she wanted to organise a small street festival. Everybody else had
written “lonely” on her file.

## From story to figure

Gather a number of personal outcomes, and look for what they have in common. Those are your outcomes. Then ask
which outputs really help. Only then is it worth counting.

## Remember

If you don’t measure what’s important, you make what you measure important.
"""

MEASURING_TOOLKIT = {
    "slug_cy": "pecyn-mesur-yr-hyn-syn-bwysig",
    "slug_en": "measuring-what-matters-toolkit",
    "title": {"cy": "Pecyn mesur yr hyn sy’n bwysig", "en": "Measuring what matters: a toolkit"},
    "summary": {
        "cy": "O allbynnau i ganlyniadau personol: gofynnwch y cwestiynau iawn i’r bobl iawn ar yr adeg iawn.",
        "en": "From outputs to personal outcomes: ask the right questions of the right people at the right time.",
    },
    "kind": "toolkit",
    "principles": ["matters", "networks"],
    "spectrum": ["for", "with"],
    "problem_types": ["complicated", "complex"],
    "topics": ["measuring", "teams"],
    "region": "all",
    "licence": "cc-by-sa",
    "year": 2026,
    "members_only": False,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}

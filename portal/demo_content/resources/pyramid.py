"""Pyramid of relevance: start from where the people are."""

from ..prose import sections

_CY = """
## Un neges

Dechreuwch o ble mae’r bobl. Dyna neges pyramid perthnasedd yn yr hyfforddiant. Mae’r gwaelod yn llydan: bywyd
bob dydd pobl, a’r hyn sy’n eu poeni neu’n eu plesio heddiw. Mae’r brig yn gul: eich cynllun chi, eich targed
chi, eich strategaeth chi. Os dechreuwch chi ar y brig, bydd y cyfan yn cwympo.

Mae’r hyfforddiant yn dangos y pyramid heb enwi’r camau. Ein hawgrym ni yw’r camau hyn.

## Y gwaelod: yr hyn sy’n bwysig nawr

Gofynnwch gwestiynau agored, yn y mannau lle mae pobl eisoes. Wrth giât yr ysgol, yn y clwb, yn y ciw. Peidiwch
â sôn am eich cynllun eto. Gwrandewch am y peth bach sy’n dod i fyny dro ar ôl tro.

- Beth sy’n dda am fyw yma?
- Beth sy’n mynd dan eich croen?
- Beth hoffech chi ei weld yn newid gyntaf?

## Y canol: rhywbeth sy’n cael ei wneud

Gwnewch rywbeth am y peth bach hwnnw, gyda’r bobl, ac yn fuan. Does dim rhaid iddo fod yn rhan o’ch cynllun.
Mae’n dangos eich bod chi wedi clywed. Mae hefyd yn dangos pwy sy’n barod i helpu a beth mae pobl yn dda am ei
wneud.

## Y brig: y pethau mawr

Nawr mae gennych chi berthynas. Gallwch chi holi am y pethau mawr gyda’ch gilydd: iechyd, tai, diogelwch, arian.
Efallai y bydd eich cynllun cyntaf chi’n edrych yn wahanol iawn erbyn hyn. Mae hynny’n arwydd da.

## Gwiriad cyflym

- Pwy ddewisodd y pwnc?
- A fydden ni’n gwneud hyn petai neb yn ein talu?
- Beth ddysgon ni nad oedden ni’n ei wybod?

Os mai “ni” yw’r ateb i’r cyntaf, ewch yn ôl i’r gwaelod.
"""

_EN = """
## One message

Start from where the people are. That is the message of the pyramid of relevance in the training. The base is
wide: people’s everyday life, and what worries or pleases them today. The top is narrow: your plan, your target,
your strategy. If you start at the top, the whole thing will fall.

The training shows the pyramid without naming its steps. These steps are our suggestion.

## The base: what matters now

Ask open questions, in the places where people are already. At the school gate, in the club, in the queue. Do
not mention your plan yet. Listen for the small thing that comes up time after time.

- What is good about living here?
- What gets under your skin?
- What would you like to see change first?

## The middle: something gets done

Do something about that small thing, with the people, and soon. It does not have to be part of your plan. It
shows that you have heard. It also shows who is ready to help and what people are good at.

## The top: the big things

Now you have a relationship. You can ask about the big things together: health, housing, safety, money. Perhaps
your first plan will look very different by now. That is a good sign.

## A quick check

- Who chose the subject?
- Would we do this if nobody paid us?
- What have we learned that we did not know?

If the answer to the first is “we did”, go back to the base.
"""

PYRAMID = {
    "slug_cy": "pyramid-perthnasedd",
    "slug_en": "pyramid-of-relevance",
    "title": {"cy": "Pyramid perthnasedd", "en": "Pyramid of relevance"},
    "summary": {
        "cy": "Dechreuwch o ble mae pobl: o’r hyn sy’n bwysig iddyn nhw heddiw at y pethau mawr, gam wrth gam.",
        "en": "Start from where people are: from what matters to them today to the big things, step by step.",
    },
    "kind": "method",
    "principles": ["matters", "strengths"],
    "spectrum": ["with"],
    "problem_types": ["complex"],
    "topics": ["getting-started", "community"],
    "region": "all",
    "licence": "cc-by-sa",
    "year": 2026,
    "members_only": False,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}

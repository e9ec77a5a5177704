"""Spectrum cards: where does our work stand, and where should it?"""

from ..prose import sections

_CY = """
## Beth sydd ei angen

Llinell hir ar y llawr: tâp, llinyn neu res o gadeiriau. Tri arwydd: gwneud i, gwneud dros, gwneud gyda. Cardiau
gwag a beiros. Tua hanner awr.

## Tri arwydd, tri ystyr

- Gwneud i: eraill sy’n penderfynu, ac mae pobl yn cael gwybod.
- Gwneud dros: gweithwyr proffesiynol sy’n penderfynu, er lles pobl.
- Gwneud gyda: rydyn ni’n penderfynu ac yn gweithredu gyda’n gilydd.

## Rownd gyntaf: beth rydyn ni’n ei wneud

Mae pawb yn ysgrifennu pedwar peth go iawn o’r mis diwethaf, un ar bob cerdyn. Ysgrifennwch fel gweithiwr ac fel
dinesydd. Wedyn rhowch y cardiau ar y llinell, heb siarad. Edrychwch ar y patrwm cyn i neb egluro.

## Ail rownd: ydyn ni yn y lle iawn?

Dewiswch bum cerdyn a thrafodwch bob un.

- Beth sydd o blaid ac yn erbyn bod yn y fan hon?
- Beth oedd yr effaith ar bobl?
- Ydy hyn yn addas i’r math o broblem?

Mae gwneud i yn iawn mewn tân. Mae gwneud dros yn iawn pan fydd rhywun yn rhy sâl i ddewis. Nid cystadleuaeth yw
hon i gael pob cerdyn i’r un pen.

## Trydedd rownd: symud un

Dewiswch un cerdyn y mae’r grŵp am ei symud. Symudwch e un cam yn unig. Beth fyddai’n gorfod newid? Pwy ddylai
fod yn yr ystafell? Beth fyddai’n rhaid i ni ei ollwng?

## Rhybudd

Mae’n hawdd rhoi cardiau rhy bell i’r dde. Os oes pobl sy’n defnyddio’r gwasanaeth yn yr ystafell, gadewch iddyn
nhw osod y cardiau gyntaf. Os nad oes, gofynnwch pam.
"""

_EN = """
## What you need

A long line on the floor: tape, string or a row of chairs. Three signs: doing to, doing for, doing with. Blank
cards and pens. About half an hour.

## Three signs, three meanings

- Doing to: others decide, and people are told.
- Doing for: professionals decide, for people’s good.
- Doing with: we decide and act together.

## First round: what we do

Everybody writes four real things from the past month, one on each card. Write as a professional and as a
citizen. Then put the cards on the line, without talking. Look at the pattern before anybody explains.

## Second round: are we in the right place?

Choose five cards and discuss each one.

- What are the pros and cons of being here?
- What was the impact on people?
- Does this suit the kind of problem?

Doing to is right in a fire. Doing for is right when somebody is too ill to choose. This is not a competition to
get every card to the same end.

## Third round: move one

Choose one card that the group would like to move. Move it one step only. What would have to change? Who should
be in the room? What would we have to let go of?

## A warning

It is easy to put cards too far to the right. If there are people in the room who use the service, let them
place the cards first. If there are none, ask why.
"""

SPECTRUM_CARDS = {
    "slug_cy": "cardiaur-sbectrwm",
    "slug_en": "spectrum-cards",
    "title": {"cy": "Cardiau’r sbectrwm", "en": "Spectrum cards"},
    "summary": {
        "cy": "Gweithgaredd i dîm: gosod eich gwaith ar linell o wneud i, drwy wneud dros, at wneud gyda.",
        "en": "An activity for a team: place your work on a line from doing to, through doing for, to doing with.",
    },
    "kind": "toolkit",
    "principles": ["enabling", "trust"],
    "spectrum": ["to", "for", "with"],
    "problem_types": ["simple", "complicated", "complex", "chaotic"],
    "topics": ["teams", "power"],
    "region": "all",
    "licence": "cc-by-sa",
    "year": 2025,
    "members_only": False,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}

"""Setting a baseline: where are we before we begin?"""

from ..prose import sections

_CY = """
## Beth yw llinell sylfaen?

Llun o’r sefyllfa cyn i chi ddechrau. Hebddi, all neb ddweud a oes rhywbeth wedi newid. Does dim rhaid iddi fod
yn fawr nac yn wyddonol. Rhaid iddi fod yn onest.

## Y tri pheth iawn

- Y cwestiynau iawn: gofynnwch am yr hyn sy’n bwysig.
- Y bobl iawn: dinasyddion, staff a phartneriaid.
- Yr adeg iawn: cyn dechrau, ar y ffordd, ac ar ôl i’r llwch setlo.

## Llinell sylfaen mewn pum cam

- Dewiswch ddau neu dri pheth a fyddai’n dangos newid. Gadewch i’r bobl eu dewis.
- Ysgrifennwch bob un yng ngeiriau rhywun: “Dw i’n nabod rhywun y gallwn i ei ffonio am ddau y bore.”
- Gofynnwch i bawb ble maen nhw heddiw, o 0 i 10, ac yna: pam y rhif hwnnw?
- Cadwch y straeon gyda’r rhifau. Dydy rhif heb stori’n dysgu fawr ddim i neb.
- Penderfynwch nawr pryd byddwch chi’n gofyn eto, a phwy fydd yn gofyn.

## Dilyn y newid

Gofynnwch yr un cwestiwn, yn yr un geiriau, i’r un bobl. Os yw rhif wedi mynd i lawr, peidiwch â’i guddio.
Weithiau mae pobl yn rhoi sgôr is am eu bod yn ymddiried digon ynoch chi i ddweud y gwir.

## Camgymeriadau cyffredin

- Dechrau mesur ar ôl dechrau’r gwaith.
- Gofyn ugain cwestiwn pan fyddai tri’n ddigon.
- Mesur yr hyn sy’n hawdd ei gyfrif.
- Casglu atebion, a byth yn dweud wrth bobl beth ddysgoch chi.

## Pwy biau’r atebion?

Y bobl a’u rhoddodd. Gofynnwch am ganiatâd cyn eu rhannu, ac ewch â’r canlyniadau yn ôl at y grŵp cyn mynd â nhw
at neb arall.
"""

_EN = """
## What is a baseline?

A picture of how things are before you begin. Without it, nobody can say whether anything has changed. It does
not have to be large or scientific. It has to be honest.

## The three right things

- The right questions: ask about what matters.
- The right people: citizens, staff and partners.
- The right time: before you begin, on the way, and after the dust has settled.

## A baseline in five steps

- Choose two or three things that would show a change. Let the people choose them.
- Write each in somebody’s words: “I know somebody I could phone at two in the morning.”
- Ask everybody where they are today, from 0 to 10, and then: why that number?
- Keep the stories with the numbers. A number without a story teaches nobody very much.
- Decide now when you will ask again, and who will ask.

## Tracking the change

Ask the same question, in the same words, of the same people. If a number has gone down, do not hide it.
Sometimes people give a lower score because they trust you enough to tell the truth.

## Common mistakes

- Starting to measure after the work has started.
- Asking twenty questions when three would do.
- Measuring what is easy to count.
- Collecting answers, and never telling people what you learned.

## Who owns the answers?

The people who gave them. Ask for permission before you share them, and take the results back to the group
before you take them to anybody else.
"""

BASELINE = {
    "slug_cy": "gosod-llinell-sylfaen",
    "slug_en": "setting-a-baseline",
    "title": {"cy": "Gosod llinell sylfaen", "en": "Setting a baseline"},
    "summary": {
        "cy": "Pum cam i wybod ble rydych chi cyn dechrau, er mwyn gweld beth sydd wedi newid wedyn.",
        "en": "Five steps to know where you are before you begin, so that you can see what has changed afterwards.",
    },
    "kind": "method",
    "principles": ["matters"],
    "spectrum": ["with"],
    "problem_types": ["complicated", "complex"],
    "topics": ["measuring"],
    "region": "all",
    "licence": "cc-by-sa",
    "year": 2026,
    "members_only": False,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}

"""The accessibility statement: what we aim for, what we do, what to do when it fails."""

from ..prose import blocks

_CY = """
Rydyn ni am i bawb allu defnyddio’r wefan hon. Ein nod yw safon WCAG 2.2, lefel AA.

## Beth gallwch chi ei wneud

- Defnyddio pob tudalen gyda’r bysellfwrdd yn unig.
- Chwyddo’r testun hyd at 400% heb sgrolio i’r ochr.
- Darllen pob tudalen gyda darllenydd sgrin. Mae penawdau, labeli ac iaith pob darn wedi’u nodi.
- Defnyddio’r wefan heb JavaScript.
- Dewis Cymraeg neu Saesneg ar bob tudalen. Mae’r ddwy iaith yn gyfartal.

Dydy dim byd yn symud ar ei ben ei hun, ac mae pob statws mewn geiriau yn ogystal â lliw.

## Ein dogfennau

Mae pob PDF sy’n cael ei greu gan y wefan wedi’i dagio, ac mae’r teitl a’r iaith wedi’u nodi ynddo. Dydyn ni
ddim yn gallu addo hynny ar gyfer ffeiliau y mae aelodau wedi’u rhannu. Gofynnwch, ac fe wnawn ni drefnu fersiwn
sy’n gweithio i chi.

## Mewn digwyddiadau

Wrth gadw lle, gallwch chi ddweud beth sy’n gweithio i chi. Dim ond y bobl sy’n trefnu’r dyddiad hwnnw sy’n
gweld eich ateb.

## Os nad yw rhywbeth yn gweithio

Ysgrifennwch aton ni: [helo@example.org](mailto:helo@example.org). Dywedwch pa dudalen oedd hi a beth
ddigwyddodd. Mae clywed am broblem yn ein helpu ni i’w thrwsio i bawb.

## Sut rydyn ni’n profi

Rydyn ni’n profi pob math o dudalen yn y ddwy iaith gydag offeryn awtomatig, â’r bysellfwrdd a heb JavaScript.
Dydy profion awtomatig ddim yn gweld popeth, felly mae’ch profiad chi’n bwysig.
"""

_EN = """
We want everybody to be able to use this website. Our aim is the WCAG 2.2 standard, level AA.

## What you can do

- Use every page with the keyboard alone.
- Enlarge the text up to 400% without scrolling sideways.
- Read every page with a screen reader. Headings, labels and the language of each part are marked.
- Use the website without JavaScript.
- Choose Welsh or English on every page. The two languages are equal.

Nothing moves by itself, and every status is given in words as well as colour.

## Our documents

Every PDF that this website makes is tagged, with its title and its language set. We cannot promise that for
files that members have shared. Ask, and we will arrange a version that works for you.

## At events

When you book a place you can say what works for you. Only the people who organise that date see your answer.

## If something does not work

Write to us: [hello@example.org](mailto:hello@example.org). Tell us which page it was and what happened. Hearing
about a problem helps us to mend it for everybody.

## How we test

We test every kind of page in both languages with an automatic tool, with the keyboard and without JavaScript.
Automatic tests do not see everything, so your experience matters.
"""

ACCESSIBILITY = {
    "slug_cy": "hygyrchedd",
    "slug_en": "accessibility",
    "menu": False,
    "title": {"cy": "Hygyrchedd", "en": "Accessibility"},
    "summary": {
        "cy": "Ein nod, beth gallwch chi ei ddisgwyl, a sut i ddweud wrthym ni am broblem.",
        "en": "Our aim, what you can expect, and how to tell us about a problem.",
    },
    "body": {"cy": blocks(_CY), "en": blocks(_EN)},
}

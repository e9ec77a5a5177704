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

Dywedwch wrthon ni beth sy’n gweithio i chi cyn dod: ysgrifennwch at
[helo@example.org](mailto:helo@example.org). Dim ond y bobl sy’n trefnu’r dyddiad hwnnw sy’n gweld eich ateb.

## Beth sydd ddim yn gweithio eto

- Dydyn ni ddim wedi profi’r wefan hon eto gyda phobl sy’n defnyddio darllenydd sgrin, chwyddwr neu lais bob dydd.
- Efallai na fydd ffeil y mae aelod wedi’i rhannu yn gweithio gyda darllenydd sgrin.
- Mae fideos yn cael eu chwarae gan YouTube neu Vimeo. Nid ni sy’n gwneud eu botymau. Mae trawsgrifiad dan bob
fideo, neu’r rheswm pam nad oes un.

## Sut rydyn ni’n profi

- Gydag offeryn awtomatig, mewn porwr go iawn: pob math o dudalen, yn y ddwy iaith, ar sgrin lydan a sgrin gul.
- Gyda’r bysellfwrdd yn unig: ymuno, cadw lle, canslo, chwilio, a’r teithiau eraill y mae pobl yn eu gwneud.
- Heb JavaScript: yr un teithiau.

Dydy profion awtomatig ddim yn gweld popeth, felly mae’ch profiad chi’n bwysig.

## Os nad yw rhywbeth yn gweithio

Ysgrifennwch aton ni: [helo@example.org](mailto:helo@example.org). Dywedwch pa dudalen oedd hi a beth
ddigwyddodd. Fe atebwn ni yn yr iaith rydych chi’n ei dewis, ac fe gewch chi’r hyn roedd ei angen arnoch chi
mewn ffordd arall.

## Sut i gwyno

Os nad yw’n hateb ni’n ddigon da, dywedwch hynny, a gofynnwch i rywun arall edrych arno. Gallwch chi hefyd ofyn
am gyngor, am ddim, gan y Gwasanaeth Cynghori a Chymorth ar Gydraddoldeb (EASS):
[equalityadvisoryservice.com](https://www.equalityadvisoryservice.com/).
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

Tell us what works for you before you come: write to [hello@example.org](mailto:hello@example.org). Only the
people who organise that date see your answer.

## What does not work yet

- We have not yet tested this website with people who use a screen reader, a magnifier or their voice every day.
- A file that a member has shared may not work with a screen reader.
- Videos are played by YouTube or Vimeo. Their buttons are not ours. Each video has a transcript below it, or the
reason why there is none.

## How we test

- With an automatic tool, in a real browser: every kind of page, in both languages, on a wide and a narrow screen.
- With the keyboard alone: joining, booking, cancelling, searching, and the other journeys people make.
- Without JavaScript: the same journeys.

Automatic tests do not see everything, so your experience matters.

## If something does not work

Write to us: [hello@example.org](mailto:hello@example.org). Tell us which page it was and what happened. We will
answer in the language you choose, and give you what you needed in another way.

## How to complain

If our answer is not good enough, say so, and ask for somebody else to look at it. You can also get advice, free
of charge, from the Equality Advisory and Support Service (EASS):
[equalityadvisoryservice.com](https://www.equalityadvisoryservice.com/).
"""

ACCESSIBILITY = {
    "slug_cy": "hygyrchedd",
    "slug_en": "accessibility",
    "menu": False,
    "title": {"cy": "Hygyrchedd", "en": "Accessibility"},
    "summary": {
        "cy": "Ein nod, beth gallwch chi ei ddisgwyl, a sut i ddweud wrthon ni am broblem.",
        "en": "Our aim, what you can expect, and how to tell us about a problem.",
    },
    "body": {"cy": blocks(_CY), "en": blocks(_EN)},
}

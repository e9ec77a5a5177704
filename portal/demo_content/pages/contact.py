"""How to reach the team of the demo network."""

from ..prose import blocks

_CY = """
Ysgrifennwch aton ni yn Gymraeg neu yn Saesneg. Mae croeso i’r ddwy, a fydd ysgrifennu yn Gymraeg ddim yn golygu
aros yn hirach.

## E-bost

[helo@example.org](mailto:helo@example.org)

## Dim e-bost?

Does dim rhaid bod ar-lein i fod yn aelod nac i gadw lle. Gofynnwch i rywun rydych chi’n ymddiried ynddyn nhw
gysylltu â ni ar eich rhan, ac fe drefnwn ni’r gweddill gyda chi.

## Rhwydwaith enghreifftiol yw hwn

Mae’r wefan hon yn llawn cynnwys enghreifftiol. Aelodau a sefydliadau dychmygol sydd ynddi, a does neb yn
darllen y cyfeiriad uchod. Mae’r Rhwydwaith go iawn yn [copronet.wales](https://copronet.wales/).
"""

_EN = """
Write to us in Welsh or in English. Both are welcome, and writing in Welsh will not mean a longer wait.

## Email

[hello@example.org](mailto:hello@example.org)

## No email?

You do not have to be online to be a member or to book a place. Ask somebody you trust to get in touch for you,
and we will arrange the rest with you.

## This is an example network

This website is full of example content. Its members and their organisations are made up, and nobody reads the
address above. The real Network is at [copronet.wales](https://copronet.wales/).
"""

CONTACT = {
    "slug_cy": "cysylltu",
    "slug_en": "contact",
    "menu": False,
    "title": {"cy": "Cysylltu â ni", "en": "Contact us"},
    "summary": {
        "cy": "Ysgrifennwch aton ni yn Gymraeg neu yn Saesneg.",
        "en": "Write to us in Welsh or in English.",
    },
    "body": {"cy": blocks(_CY), "en": blocks(_EN)},
}

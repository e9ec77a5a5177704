"""Why join, what you get, and what you agree to."""

from ..prose import blocks

_CY = """
Mae’r Rhwydwaith yn gymuned ymarfer. Rydyn ni’n dysgu gan ein gilydd, yn cefnogi ein gilydd ac yn gwneud
cydgynhyrchu’n rhan o fywyd bob dydd. Does dim rhaid bod yn arbenigwr. Mae eich profiad chi’n cyfrif, o ble
bynnag y daw.

## Beth gewch chi

- **Profiad a gwybodaeth** gan bobl sydd wedi rhoi cynnig arni.
- **Adnoddau** i’w defnyddio a’u rhannu.
- **Cefnogaeth** gan bobl sydd yn yr un cwch.
- **Digwyddiadau a hyfforddiant**, yn Gymraeg ac yn Saesneg.
- **Cyfarfodydd anffurfiol** dros baned, bob mis.
- **Cylchlythyr**, os ydych chi’n dymuno.

Mae aelodaeth am ddim i bobl.

## Pwy all ymuno

Unrhyw un yng Nghymru sy’n credu yn y pum egwyddor: dinasyddion, gofalwyr, pobl â phrofiad bywyd, gweithwyr,
swyddogion, gwirfoddolwyr, myfyrwyr ac ymchwilwyr. Rydyn ni i gyd yma fel pobl gyfartal.

## Sut mae ymuno

- Rhowch eich e-bost. Fe anfonwn ni god 6 digid atoch chi.
- Dywedwch wrthon ni beth yw eich enw, ble rydych chi’n byw a pha iaith sydd orau gennych chi.
- Darllenwch y pum egwyddor a chytunwch â nhw.

Dyna ni. Does neb arall yn gweld eich manylion oni bai eich bod chi’n dewis eu rhannu.
"""

_EN = """
The Network is a community of practice. We learn from each other, support each other and make co-production a
part of everyday life. You do not have to be an expert. Your experience counts, wherever it comes from.

## What you get

- **Experience and knowledge** from people who have tried it.
- **Resources** to use and to share.
- **Support** from people in the same boat.
- **Events and training**, in Welsh and in English.
- **Meet-ups** over a cuppa, every month.
- **A newsletter**, if you would like it.

Membership is free for people.

## Who can join

Anybody in Wales who believes in the five principles: citizens, carers, people with lived experience, workers,
officials, volunteers, students and researchers. We are all here as equals.

## How to join

- Give your email. We will send you a 6-digit code.
- Tell us your name, where you live and which language you prefer.
- Read the five principles and agree to them.

That is all. Nobody else sees your details unless you choose to share them.
"""

JOIN = {
    "slug_cy": "pam-ymuno",
    "slug_en": "why-join",
    "menu": False,
    "title": {"cy": "Pam ymuno â’r rhwydwaith?", "en": "Why join the network?"},
    "summary": {
        "cy": "Profiad, gwybodaeth, adnoddau a chefnogaeth: cymuned ymarfer sy’n agored i bawb.",
        "en": "Experience, knowledge, resources and support: a community of practice open to all.",
    },
    "body": {"cy": blocks(_CY), "en": blocks(_EN)},
}

"""Booking, waiting, offering and cancelling: each action and each refusal."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from core.models import OutgoingMail
from events import actions, errors
from events.models import Booking, Change, Date, Place, WaitingListEntry
from events.models.date import _lock_statement
from events.people import Booker, PlaceRequest
from tests import factories as people
from tests.events.factories import book, date, event, guest, key, ticket, wait

pytestmark = pytest.mark.django_db
State = WaitingListEntry.State


def mails(template=None):
    rows = (
        OutgoingMail.objects.filter(template=template)
        if template
        else OutgoingMail.objects.filter(template__startswith="events/")
    )
    return [(row.template, row.to) for row in rows.order_by("id")]


def left(on):
    return Date.objects.with_places_left().get(pk=on.pk).places_left


def full(capacity=1, **facts):
    """A full date, and the bookings that fill it."""
    on = date(capacity=capacity, **facts)
    return on, [book(on) for _turn in range(capacity)]


def test_a_booking_is_places_a_mail_and_a_line_in_the_history():
    on = date(capacity=3)
    booker = guest(name="Ŵen  Jones\n", email="WEN@Example.org")
    booking = book(on, booker, asked=[PlaceRequest(), PlaceRequest(name="Twm")])
    assert (booking.name, booking.email) == ("Ŵen Jones", "wen@example.org")
    assert list(booking.places.values_list("name", "email")) == [("Ŵen Jones", "wen@example.org"), ("Twm", "")]
    assert left(on) == 1
    assert mails() == [("events/booked", "wen@example.org")]
    assert Change.objects.values_list("what", "booking", "by").get() == ("booked", booking.pk, None)


def test_the_last_place_goes_to_one():
    on, _taken = full(capacity=1)
    with pytest.raises(errors.EventFull):
        book(on)
    assert Booking.objects.count() == len(mails()) == 1


def test_a_group_gets_all_its_places_or_none():
    on = date(capacity=5)
    book(on, places=2)
    with pytest.raises(errors.EventFull):
        book(on, places=5)
    assert left(on) == 3
    with pytest.raises(errors.TooManyPlaces):
        book(on, places=6)
    with pytest.raises(errors.TooManyPlaces):
        book(on, asked=[])


def test_the_same_request_gives_the_same_booking():
    on, booker = date(), guest()
    first = book(on, booker, key="one form")
    assert [book(on, booker, key="one form").pk for _turn in range(20)] == [first.pk] * 20
    assert Booking.objects.count() == len(mails()) == Change.objects.count() == 1


def test_a_used_form_makes_no_booking_for_somebody_else():
    on = date()
    book(on, guest(), key="one form")
    with pytest.raises(errors.RequestUsed):
        book(on, guest(), key="one form")


def test_one_address_books_a_date_once_in_any_case():
    on = date()
    first = book(on, guest(email="wen@example.org"))
    with pytest.raises(errors.AlreadyBooked) as refusal:
        book(on, guest(email=" Wen@EXAMPLE.org"))
    assert (refusal.value.row, refusal.value.waits) == (first, False)
    actions.cancel(booking=first, now=timezone.now())
    assert book(on, guest(email="wen@example.org")).stands


@pytest.mark.parametrize("facts", [{"closes_at": 1}, {"opens_at": 3}])
def test_whoever_types_a_known_address_is_answered_as_for_an_unknown_one(facts):
    """By the clock, and by what is left; only people with an account hear of their booking at once."""
    now = timezone.now()
    on, person = date(capacity=2), people.person()
    mine, _account = book(on, guest(email="wen@example.org")), book(on, Booker.of(person), by=person)
    for booker in (guest(email="wen@example.org"), guest()):
        with pytest.raises(errors.EventFull):
            book(on, booker)
    with pytest.raises(errors.AlreadyBooked) as refusal:
        actions.book_or_wait(date=on, booker=guest(email="wen@example.org"), key=key(), now=now)
    assert (refusal.value.row, refusal.value.waits) == (mine, True)
    Date.objects.filter(pk=on.pk).update(**{name: now + timedelta(hours=hours) for name, hours in facts.items()})
    refusals = set()
    for booker in (guest(email="wen@example.org"), guest()):
        with pytest.raises(errors.Refused) as refusal:
            book(on, booker, now=now + timedelta(hours=2))
        refusals.add(type(refusal.value))
    assert len(refusals) == 1
    with pytest.raises(errors.AlreadyBooked):
        book(Date.objects.get(pk=on.pk), Booker.of(person), by=person, now=now + timedelta(hours=2))


def test_who_books_fewer_places_than_are_held_for_them_gives_the_held_ones_on():
    on = date(capacity=2)
    taken, person = book(on, places=2), people.person()
    entry, following = wait(on, Booker.of(person), places=2, by=person), wait(on, places=2)
    actions.cancel(booking=taken, now=timezone.now())
    Date.objects.filter(pk=on.pk).update(capacity=3)
    more = {"date": on, "booker": guest(email=entry.email), "key": key(), "now": timezone.now(), "by": people.staff()}
    booking = actions.book_or_wait(**more)
    entry.refresh_from_db(), following.refresh_from_db()
    assert (type(booking), entry.state, entry.booking) == (Booking, State.ACCEPTED, booking)
    assert following.state == State.OFFERED


@pytest.mark.parametrize("take", [actions.book, actions.book_or_wait])
def test_whoever_types_an_address_ends_nobodys_wait_with_fewer_places(take):
    """A family waits for three, one place is free, and anybody may type their address into the form."""
    on = date(capacity=3)
    book(on, places=2)
    last = book(on)
    entry = wait(on, guest(email="wen@example.org"), places=3)
    actions.cancel(booking=last, now=timezone.now())
    asked = {"date": on, "booker": guest(email="wen@example.org"), "key": key(), "now": timezone.now()}
    with pytest.raises(errors.AlreadyWaiting) as refusal:
        take(**asked)
    assert (refusal.value.row, refusal.value.waits) == (entry, False)  # another address would have a booking
    entry.refresh_from_db()
    assert (entry.state, Booking.objects.filter(email="wen@example.org").exists()) == (State.WAITING, False)
    assert take(**asked | {"booker": guest()}).stands


def test_whoever_types_an_address_that_waits_for_as_many_places_books_them():
    """Nothing is lost by that: the wait is over as it was meant to be."""
    on = date(capacity=3)
    taken = book(on, places=3)
    entry = wait(on, guest(email="wen@example.org"), places=2)
    Date.objects.filter(pk=on.pk).update(capacity=5)
    now = on.starts_at - timedelta(minutes=5)  # too late to be offered
    assert book(on, guest(email="wen@example.org"), places=2, now=now).stands
    entry.refresh_from_db()
    assert (taken.stands, entry.state) == (True, State.ACCEPTED)


@pytest.mark.postgres
def test_only_the_wait_for_a_date_ends_after_four_seconds():
    """A later statement of the same transaction waits as long as it must: nobody would turn its end into a sentence."""
    on = date()
    seen = []

    def look(execute, sql, params, many, context):
        if sql == _lock_statement(connection.vendor):
            seen.append(lock_timeout())
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(look):
        Date.objects.locked(on.pk)
        assert (seen, lock_timeout()) == (["4s"], "0")


def lock_timeout() -> str:
    """How long this transaction waits for a row now."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        return cursor.fetchone()[0]


def test_the_database_itself_refuses_a_second_booking():
    on = date()
    row = book(on)
    with pytest.raises(IntegrityError), transaction.atomic():
        Booking.objects.create(date=on, key="other", name="x", email=row.email, created_at=timezone.now())


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"opens_at": timedelta(hours=1)}, errors.BookingNotOpen),
        ({"closes_at": timedelta(seconds=0)}, errors.BookingClosed),
        ({"cancelled_at": timedelta(hours=-1)}, errors.DateCancelled),
        ({"in_days": 0}, errors.BookingClosed),
    ],
)
def test_the_clock_decides(facts, refusal):
    now = timezone.now().replace(microsecond=0)
    on = date(**{name: now + value if isinstance(value, timedelta) else value for name, value in facts.items()})
    for act in (book, wait):
        with pytest.raises(refusal):
            act(on, now=now)
    assert not mails()


def test_booking_closes_to_the_second():
    closes = timezone.now().replace(microsecond=0) + timedelta(days=1)
    on = date(closes_at=closes)
    assert book(on, now=closes - timedelta(seconds=1)).stands
    with pytest.raises(errors.BookingClosed):
        book(on, now=closes)


def test_supporters_take_no_seat_and_the_server_decides_who_is_a_member():
    course = event(
        tickets=[
            ticket("Member", members_only=True),
            ticket("Others", price_pence=6000),
            ticket("Supporter", takes_seat=False),
        ]
    )
    members_only, others, supporter = course.ticket_types.all()
    on = date(of=course, capacity=1)
    with pytest.raises(errors.TicketNotForYou):
        book(on, asked=[PlaceRequest(ticket_type=members_only)])
    booking = book(on, asked=[PlaceRequest(ticket_type=others), PlaceRequest(ticket_type=supporter)])
    assert list(booking.places.values_list("takes_seat", "price_pence")) == [(True, 6000), (False, 0)]
    assert book(on, asked=[PlaceRequest(ticket_type=supporter)]).stands
    with pytest.raises(errors.EventFull):
        book(on, Booker.of(people.person()), asked=[PlaceRequest(ticket_type=members_only)])


def test_a_ticket_type_of_another_event_is_none():
    elsewhere = event(tickets=[ticket()]).ticket_types.get()
    with pytest.raises(errors.TicketNotForYou):
        book(date(of=event(tickets=[ticket()])), asked=[PlaceRequest(ticket_type=elsewhere)])


def test_members_only_dates_are_for_members():
    on = date(of=event(tickets=[ticket(members_only=True)]))
    with pytest.raises(errors.TicketNotForYou):
        book(on)
    person = people.person()
    assert book(on, Booker.of(person), by=person).user == person


def test_a_guest_gets_a_handful_of_bookings_a_day():
    booker = guest()
    for _turn in range(5):
        book(date(), booker)
    with pytest.raises(errors.TooManyRequests):
        book(date(), booker)
    assert book(date(), booker, now=timezone.now() + timedelta(days=1, seconds=1)).stands


def test_nobody_waits_where_there_are_places():
    with pytest.raises(errors.PlacesLeft):
        wait(date())


def test_one_request_gives_a_place_or_a_place_in_line():
    on, now = date(capacity=1), timezone.now()
    took = [actions.book_or_wait(date=on, booker=guest(), key=key(), now=now) for _turn in range(3)]
    assert [type(row) for row in took] == [Booking, WaitingListEntry, WaitingListEntry]
    assert [row.place_in_line for row in took[1:]] == [1, 2]
    assert mails("events/waiting") == [("events/waiting", row.email) for row in took[1:]]


def test_the_same_request_waits_once():
    on, _taken = full()
    booker = guest()
    first = wait(on, booker, key="one form")
    assert wait(on, booker, key="one form") == first
    with pytest.raises(errors.AlreadyWaiting):
        wait(on, booker)
    assert len(mails("events/waiting")) == 1


def test_a_cancelled_place_is_offered_to_the_first_in_line_and_held():
    on, [taken] = full()
    first, second = wait(on), wait(on)
    actions.cancel(booking=taken, now=timezone.now())
    first.refresh_from_db()
    assert first.state == State.OFFERED
    assert first.offer_expires_at > timezone.now() + timedelta(hours=6)
    assert left(on) == 0
    assert second.place_in_line == 1
    assert mails("events/offered") == [("events/offered", first.email)]
    with pytest.raises(errors.EventFull):
        book(on)


def test_cancelling_twice_changes_nothing_and_tells_once():
    on, [taken] = full()
    wait(on)
    rows = [actions.cancel(booking=taken, now=timezone.now()) for _turn in range(2)]
    assert {row.state for row in rows} == {Booking.State.CANCELLED}
    assert rows[1].sequence == 1
    assert len(mails("events/cancelled")) == len(mails("events/offered")) == 1
    assert set(Place.objects.values_list("state", flat=True)) == {Place.State.CANCELLED}


def test_an_accepted_offer_is_a_booking_and_again_the_same():
    on, [taken] = full()
    entry = wait(on)
    actions.cancel(booking=taken, now=timezone.now())
    booking = actions.accept_offer(entry=entry, now=timezone.now())
    assert actions.accept_offer(entry=entry, now=timezone.now()) == booking
    assert (booking.email, left(on)) == (entry.email, 0)
    assert len(mails("events/booked")) == 2


def test_a_declined_offer_goes_to_the_next():
    on, [taken] = full()
    first, second = wait(on), wait(on)
    actions.cancel(booking=taken, now=timezone.now())
    for _turn in range(2):
        assert actions.decline_offer(entry=first, now=timezone.now()).state == State.DECLINED
    second.refresh_from_db()
    assert second.state == State.OFFERED
    with pytest.raises(errors.OfferGone):
        actions.accept_offer(entry=first, now=timezone.now())


def test_an_expired_offer_goes_to_the_next_and_is_told_once():
    on, [taken] = full()
    first, second = wait(on), wait(on)
    actions.cancel(booking=taken, now=timezone.now())
    first.refresh_from_db()
    over = first.offer_expires_at
    assert actions.expire_offers(now=over - timedelta(seconds=1)) == 0
    with pytest.raises(errors.OfferGone):
        actions.accept_offer(entry=first, now=over)
    assert [actions.expire_offers(now=over) for _turn in range(2)] == [1, 0]
    first.refresh_from_db(), second.refresh_from_db()
    assert (first.state, second.state) == (State.EXPIRED, State.OFFERED)
    assert mails("events/offer_expired") == [("events/offer_expired", first.email)]


def test_who_accepts_and_cancels_may_wait_again_at_the_end():
    on, [taken] = full()
    booker = guest()
    entry, other = wait(on, booker), wait(on)
    actions.cancel(booking=taken, now=timezone.now())
    booking = actions.accept_offer(entry=entry, now=timezone.now())
    actions.cancel(booking=booking, now=timezone.now())
    other.refresh_from_db()
    assert other.state == State.OFFERED
    again = wait(on, booker)
    assert again.place_in_line == 1
    assert again.position > other.position
    assert len(mails("events/offered")) == 2


def test_leaving_the_line_moves_the_others_up():
    on, [taken] = full()
    first, second, third = wait(on), wait(on), wait(on)
    actions.leave_waiting_list(entry=first, now=timezone.now())
    assert (second.place_in_line, third.place_in_line) == (1, 2)
    actions.cancel(booking=taken, now=timezone.now())
    actions.leave_waiting_list(entry=second, now=timezone.now())
    third.refresh_from_db()
    assert third.state == State.OFFERED
    assert actions.leave_waiting_list(entry=second, now=timezone.now()).state == State.LEFT


def test_a_group_is_asked_when_all_of_it_fits_and_holds_its_place_till_then():
    on, taken = full(capacity=3)
    group, single = wait(on, places=2), wait(on)
    actions.cancel(booking=taken[0], now=timezone.now())
    group.refresh_from_db(), single.refresh_from_db()
    assert (group.state, single.state) == (State.WAITING, State.OFFERED)
    actions.cancel(booking=taken[1], now=timezone.now())
    with pytest.raises(errors.EventFull):
        book(on, places=2)
    actions.cancel(booking=taken[2], now=timezone.now())
    group.refresh_from_db()
    assert group.state == State.OFFERED
    assert actions.accept_offer(entry=group, now=timezone.now()).places.count() == 2


def test_more_places_are_offered_and_fewer_take_nobodys():
    on, _taken = full(capacity=2)
    waiting = [wait(on) for _turn in range(4)]
    actions.change_capacity(date=on, capacity=5, now=timezone.now(), by=None)
    assert WaitingListEntry.objects.offered().count() == 3
    actions.change_capacity(date=on, capacity=1, now=timezone.now(), by=None)
    assert Booking.objects.standing().count() == 2
    assert WaitingListEntry.objects.offered().count() == 3
    waiting[3].refresh_from_db()
    assert waiting[3].state == State.WAITING
    assert Change.objects.filter(what="capacity").order_by("id").last().details == {"before": 5, "after": 1}


@pytest.mark.parametrize("fate", ["deleted", "changed"])
def test_an_offer_is_accepted_on_the_terms_it_was_asked_for(fate):
    course = event(tickets=[ticket(), ticket("Supporter", takes_seat=False, price_pence=500)])
    seat, supporter = course.ticket_types.all()
    on = date(of=course, capacity=1)
    taken = book(on, asked=[PlaceRequest(ticket_type=seat)])
    asked = [PlaceRequest(ticket_type=kind) for kind in (seat, supporter)]
    entry = wait(on, asked=asked)
    if fate == "deleted":
        supporter.delete()
    else:
        course.ticket_types.filter(pk=supporter.pk).update(takes_seat=True, price_pence=9900)
    actions.cancel(booking=taken, now=timezone.now())
    booking = actions.accept_offer(entry=entry, now=timezone.now())
    assert list(booking.places.values_list("takes_seat", "price_pence")) == [(True, 0), (False, 500)]
    assert Place.objects.taking_seats().count() == on.capacity
    assert OutgoingMail.objects.get(template="events/booked", to=entry.email).context["price"] == "£5"


def test_no_more_is_accepted_than_is_held():
    on, [taken] = full()
    entry = wait(on)
    actions.cancel(booking=taken, now=timezone.now())
    attendees = [{"name": "", "email": "", "ticket_type": None}] * 2
    WaitingListEntry.objects.filter(pk=entry.pk).update(attendees=attendees)
    with pytest.raises(errors.OfferGone):
        actions.accept_offer(entry=entry, now=timezone.now())
    assert not Booking.objects.standing().exists()


def test_a_changed_date_keeps_what_was_not_typed():
    on, officer = date(), people.staff()
    stale = Date.objects.get(pk=on.pk)
    actions.change_capacity(date=on, capacity=7, now=timezone.now(), by=None)
    actions.cancel_date(date=on, now=timezone.now(), by=officer)
    assert (
        actions.change_date(date=stale, place_en="Bala", region="", now=timezone.now(), by=officer, why="Moved") == []
    )
    on.refresh_from_db()
    assert (on.place_en, on.place_cy, on.capacity, bool(on.cancelled_at)) == ("Bala", "Wrecsam", 7, True)
    change = Change.objects.get(what="date_changed")
    assert (change.by, change.why, change.details) == (officer, "Moved", {"changed": ["place_en"]})


@pytest.mark.parametrize("name", ["cancelled_at", "created_at"])
def test_what_staff_do_not_type_is_no_fact_to_change(name):
    with pytest.raises(TypeError):
        actions.change_date(date=date(), now=timezone.now(), by=None, **{name: None})


def test_a_date_moves_to_another_event_only_while_nobody_knows_it():
    on, other = date(capacity=1), event()
    actions.change_date(date=on, event=other, now=timezone.now(), by=None)
    assert Date.objects.get(pk=on.pk).event == other
    actions.cancel(booking=book(on), now=timezone.now())
    with pytest.raises(errors.EventStays):
        actions.change_date(date=on, event=event(), place_en="Bala", now=timezone.now(), by=None)
    on.refresh_from_db()
    assert (on.event, on.place_en) == (other, "Wrexham")


def test_a_changed_date_has_the_sessions_it_is_given():
    on = date()
    blocks = [(on.starts_at + timedelta(hours=turn), on.starts_at + timedelta(hours=turn + 1)) for turn in (0, 2)]
    for wanted in (blocks, blocks[:1], []):
        for _twice in range(2):
            actions.change_date(date=on, sessions=wanted, now=timezone.now(), by=None)
        assert list(on.sessions.values_list("starts_at", "ends_at")) == wanted
    assert Change.objects.filter(what="date_changed").count() == 3


@pytest.mark.parametrize("facts", [{"ends_at": -1}, {"closes_at": 9, "opens_at": 10}, {"capacity": -1}])
def test_facts_that_do_not_fit_are_refused(facts):
    on = date()
    facts = {
        name: on.starts_at + timedelta(hours=value) if name != "capacity" else value for name, value in facts.items()
    }
    with pytest.raises(errors.FactsClash):
        actions.change_date(date=on, now=timezone.now(), by=None, **facts)


def test_the_same_block_twice_is_refused():
    on = date()
    block = (on.starts_at, on.ends_at)
    with pytest.raises(errors.FactsClash):
        actions.change_date(date=on, sessions=[block, block], now=timezone.now(), by=None)
    with pytest.raises(errors.FactsClash):
        date(sessions=[block[::-1]])
    assert not on.sessions.exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_who_change_the_times_of_a_date_at_once_never_break_it():
    """Each saw 10 to 13 and typed what fits that; both together do not fit, and whoever comes second is told."""
    on = date()
    later, earlier = {"starts_at": on.ends_at - timedelta(hours=1)}, {"ends_at": on.starts_at + timedelta(hours=1)}
    gate = Barrier(2)

    def change(facts):
        gate.wait()
        try:
            return actions.change_date(date=Date.objects.get(pk=on.pk), now=timezone.now(), by=None, **facts)
        except errors.Refused as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(change, (later, earlier)))
    assert sorted(outcomes, key=str) == sorted([[], errors.FactsClash], key=str)
    on.refresh_from_db()
    assert on.starts_at < on.ends_at


def test_a_date_that_closes_later_is_offered_to_those_who_wait():
    now = timezone.now()
    on, [taken] = full(closes_at=now + timedelta(hours=5))
    entry = wait(on)
    actions.cancel(booking=taken, now=now)
    assert actions.change_date(date=on, closes_at=None, now=now, by=None) == [entry]


def test_near_the_start_the_first_to_say_yes_has_the_place():
    now = timezone.now()
    on, [taken] = full(starts_at=now + timedelta(hours=5))
    entry = wait(on)
    actions.cancel(booking=taken, now=now)
    entry.refresh_from_db()
    assert entry.state == State.WAITING
    booking = book(on, guest(email=entry.email))
    entry.refresh_from_db()
    assert (entry.state, entry.booking) == (State.ACCEPTED, booking)


def test_a_cancelled_date_tells_everybody_and_keeps_nobody_waiting():
    on, taken = full(capacity=2)
    entry = wait(on)
    assert actions.cancel_date(date=on, now=timezone.now(), by=people.staff()) == 2
    assert actions.cancel_date(date=on, now=timezone.now(), by=people.staff()) == 0
    entry.refresh_from_db()
    assert entry.state == State.LEFT
    assert sorted(mails("events/cancelled")) == sorted(("events/cancelled", row.email) for row in taken)
    assert mails("events/wait_over") == [("events/wait_over", entry.email)]
    assert not mails("events/offered")


def test_after_the_start_only_staff_cancel():
    on, [taken] = full()
    with pytest.raises(errors.TooLateToCancel):
        actions.cancel(booking=taken, now=on.starts_at)
    officer = people.staff()
    actions.cancel(booking=taken, now=on.starts_at, by=officer, why="Rang us")
    change = Change.objects.get(what="cancelled")
    assert (change.by, change.why) == (officer, "Rang us")


def test_strangers_change_nothing():
    on, [taken] = full()
    entry, stranger = wait(on), people.person()
    for act in (
        lambda: actions.cancel(booking=taken, now=timezone.now(), by=stranger),
        lambda: actions.leave_waiting_list(entry=entry, now=timezone.now(), by=stranger),
        lambda: actions.accept_offer(entry=entry, now=timezone.now(), by=stranger),
        lambda: actions.change_capacity(date=on, capacity=9, now=timezone.now(), by=stranger),
        lambda: actions.cancel_date(date=on, now=timezone.now(), by=stranger),
        lambda: actions.change_date(date=on, place_en="Bala", now=timezone.now(), by=stranger),
        lambda: date(of=on.event, by=stranger),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert Booking.objects.standing().count() == Date.objects.count() == 1


def test_people_see_their_own_and_staff_see_all():
    person, other = people.person(), people.person()
    on = date()
    mine = book(on, Booker.of(person), by=person)
    by_address = book(date(), Booker(name="Me as a guest", email=person.email))
    book(on, Booker.of(other), by=other)
    assert set(Booking.objects.visible_to(person)) == {mine, by_address}
    assert Booking.objects.visible_to(people.staff()).count() == 3
    assert not Booking.objects.visible_to(people.staff("editor")).exists()


def test_history_says_on_whose_behalf():
    person, officer = people.person(), people.staff()
    booking = book(date(), Booker.of(person), by=officer)
    assert booking.changes.values_list("by", "on_behalf_of").get() == (officer.pk, person.pk)


def test_counting_places_is_one_query(django_assert_num_queries):
    for _turn in range(3):
        on, _taken = full(capacity=2)
        wait(on)
    with django_assert_num_queries(1):
        rows = list(Date.objects.upcoming(timezone.now()).with_places_left())
    assert [(row.places_left, row.waiting) for row in rows] == [(0, 1)] * 3


def test_an_account_that_changed_its_address_does_not_book_twice():
    on, member = date(capacity=2), people.person()
    first = book(on, Booker.of(member))
    member.email = "another@example.org"
    member.save()
    with pytest.raises(errors.AlreadyBooked) as refusal:
        book(on, Booker.of(member))
    assert refusal.value.row == first
    full = date(capacity=1)
    book(full)
    wait(full, Booker.of(member))
    member.email = "athird@example.org"
    member.save()
    with pytest.raises(errors.AlreadyWaiting):
        wait(full, Booker.of(member))


def test_a_kind_that_went_while_somebody_waited_for_the_date_is_refused():
    course = event(tickets=[ticket(), ticket("Late")])
    on, late = date(of=course), course.ticket_types.last()
    asked = [PlaceRequest(ticket_type=late)]
    gone = []

    def between(execute, sql, params, many, context):
        if not gone and sql == _lock_statement(connection.vendor):
            gone.append(late.pk)
            course.ticket_types.filter(pk=late.pk).delete()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(between), pytest.raises(errors.TicketNotForYou):
        book(on, asked=asked)
    assert gone
    assert not on.bookings.exists()


@pytest.mark.parametrize("wrong", [{"hours": 24 * 367}, {"opens_at": timezone.now() + timedelta(days=31)}])
def test_a_date_that_nobody_could_book_or_that_fills_years_is_refused(wrong):
    with pytest.raises(errors.FactsClash):
        date(**wrong)

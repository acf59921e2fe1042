"""Hand-calculated cases for the model, section by section; the working is beside each. Run: python3 test_model.py"""

import copy
import random
import unittest

import classes
import demand
import generate
import language
import model
from values import Series, below, number


def one_district(pupils, facilities, **more):
    """A kindergarten of two grades (ages 4, 5) in one district: 100 births a year, cohorts of 100."""
    district = {"id": "d", "births": {y: 100 for y in range(2000, 2020)}, "pupils": {"kindergarten": pupils}}
    district |= more.pop("district", {})
    stage = {"id": "kindergarten", "entry_age": 4, "grades": 2, "class_limit": 25} | more.pop("stage", {})
    return {"years": "2020..2023", "stages": [stage], "districts": [district],
            "facilities": [{"district": "d", "stage": "kindergarten", **f} for f in facilities]} | more


def value(results, year, indicator, scope="region", name="", stage="kindergarten", sector=""):
    return results.get((year, scope, name, stage, sector, indicator))


class Case(unittest.TestCase):
    def close(self, a, b):
        self.assertIsNotNone(a)
        self.assertAlmostEqual(a, b, places=9)

    def all_close(self, a, b):
        self.assertEqual(len(a), len(b))
        for x, y in zip(a, b):
            self.close(x, y)


class Values(Case):
    def test_a_number_is_read_as_the_language_writes_it(self):
        self.assertEqual([number("50%"), number("1:13.5"), number(7), number("0.25")], [0.5, 13.5, 7, 0.25])

    def test_a_series_holds_outside_its_years_and_interpolates_inside(self):
        line = Series({2020: 1.0, 2024: 2.0})
        self.assertEqual([line.at(y) for y in (2010, 2021, 2024, 2030)], [1.0, 1.25, 2.0, 2.0])
        self.assertEqual(Series({2020: 1.0, 2024: 2.0}, "step").at(2023), 1.0)

    def test_a_monotone_series_does_not_overshoot(self):
        # slopes: ends 0 and 1; at 2022 the chords are 0 and 1/2 on widths 2 and 2: (0+1)*min(0, 1/2, 1/8) = 0.
        # in 2023, halfway: cubic with y0=0, y1=1, slopes 0 and 1/2 over width 2: 1/2 + 2*(0 - 1/2)/8 = 3/8
        curve = Series({2020: 0.0, 2022: 0.0, 2024: 1.0}, "monotone")
        self.close(curve.at(2021), 0.0)
        self.close(curve.at(2023), 0.375)

    def test_exactly_half_is_not_below_half(self):
        self.assertFalse(below(0.1 + 0.2, 0.3) or below(0.5 - 1e-13, 0.5))
        self.assertTrue(below(0.4999, 0.5))


class Demand(Case):
    def district(self, **keys):
        return language.read(one_district(0, [], district=keys))

    def test_a_cohort_is_dealt_by_the_cut_off(self):
        # age 4 in 2020: 243/365 of 2016 and 122/365 of 2015
        scenario = self.district(births={2015: 365, 2016: 730})
        self.close(demand.cohort(scenario, scenario.districts[0], 4, 2020), 243 * 2 + 122)

    def test_monthly_births_are_exact(self):
        # born September to December 2015 (4 x 10) and January to August 2016 (8 x 20)
        scenario = self.district(births={2015: [10] * 12, 2016: [20] * 12})
        self.close(demand.cohort(scenario, scenario.districts[0], 4, 2020), 200)

    def test_births_are_projected_by_a_rate_or_held(self):
        births = self.district(births={2019: 100, "projection": "-10%"}).districts[0].births
        self.close(demand.births_in(births, 2021), 81)
        held = self.district(births={2019: 100}).districts[0].births
        self.close(demand.births_in(held, 2030), 100)

    def test_whole_pupils_go_by_largest_remainder(self):
        # 10 x 1/6, 2/6, 3/6 = 1.67, 3.33, 5: the first has the largest remainder
        self.assertEqual(demand.largest_remainder(10, [1, 2, 3]), [2, 3, 5])
        self.assertEqual(demand.largest_remainder(10, [1, 1, 1]), [4, 3, 3])
        # 10 2/3, 26 2/3, 26 2/3: three equal remainders, of which floating point makes two larger
        self.assertEqual(demand.largest_remainder(64, [2, 5, 5]), [11, 27, 26])

    def test_a_facility_without_grades_takes_what_the_others_leave(self):
        # 60 + 40 of the district less 10 + 20: profile 50 : 20; 35 of 70 are 25 and 10
        document = one_district([60, 40], [{"id": "a", "sector": "public", "seats": 50, "pupils": [10, 20]},
                                           {"id": "b", "sector": "public", "seats": 50, "pupils": 35},
                                           {"id": "c", "sector": "public", "seats": 50, "pupils": 35}])
        world = model.start(language.read(document))
        self.all_close(world.children["b"]["d"]["kindergarten"], [25, 10])

    def test_repeaters_and_promoted_make_the_reconstructed_cohort(self):
        # entry 100 + 0.1 x 50 repeat; second grade 0.8 x 50 + 0.1 x 40
        scenario = self.district(promotion={"kindergarten": 0.8}, repetition={"kindergarten": 0.1})
        after = demand.next_demand(scenario, scenario.districts[0], {"kindergarten": [50, 40]}, {}, 2021)
        self.all_close(after["kindergarten"], [105, 44])

    def test_two_of_promotion_repetition_and_dropout_give_the_third(self):
        scenario = self.district(promotion={"kindergarten": 0.8}, dropout={"kindergarten": 0.05})
        self.close(demand.repetition(scenario.districts[0], scenario.stages[0], 1, 2021), 0.15)
        scenario = self.district(repetition={"kindergarten": 0.1}, dropout={"kindergarten": 0.05})
        self.close(demand.promotion(scenario.districts[0], scenario.stages[0], 1, 2021), 0.85)

    def test_migrants_are_spread_over_the_grades(self):
        # entry 100, next 50; 12 a year are 6 a grade
        scenario = self.district(migration={"kindergarten": 12})
        after = demand.next_demand(scenario, scenario.districts[0], {"kindergarten": [50, 40]}, {}, 2021)
        self.all_close(after["kindergarten"], [106, 56])

    def test_housing_arrives_and_then_its_yield_decays(self):
        # 100 dwellings x 0.4 = 40 pupils in two grades: 20 each. A year later the yield is 0.5 + 0.5 x 0.8 = 0.9: -2 each
        estate = {"id": "e", "dwellings": {2021: 100}, "yield": {"kindergarten": 0.4}, "decay": 0.2, "long_run": 0.5}
        scenario = self.district(housing=[estate])
        arrivals = [demand.from_housing(scenario.districts[0], scenario.stages[0], y) for y in (2020, 2021, 2022)]
        self.all_close(arrivals, [0, 20, -2])

    def entrants(self, **entry):
        scenario = self.district(entry={"kindergarten": entry}, history={"kindergarten": {2017: 60, 2018: 70, 2019: 80}})
        return demand.entrants(scenario, scenario.districts[0], 0, {}, {"kindergarten": [98, 0]}, 2022)

    def test_entry_follows_history(self):
        # with the census: 60, 70, 80, 98. mean 77; line: slope (-1.5*60 - .5*70 + .5*80 + 1.5*98)/5 = 12.4 -> 77 + 12.4 x 3.5
        self.close(self.entrants(method="last"), 98)
        self.close(self.entrants(method="mean"), 77)
        self.close(self.entrants(method="mean", window=2), 89)
        self.close(self.entrants(method="linear"), 120.4)
        self.close(self.entrants(method="fixed", values=[1, 2, 3]), 3)
        self.close(self.entrants(method="average", methods=["births", "last"]), 99)


class Supply(Case):
    def world(self, projects, facilities=None, **more):
        facilities = facilities or [{"id": "a", "sector": "private", "seats": 200, "pupils": 100, "sites": 4}]
        return model.run(one_district([60, 40], facilities, projects=projects, **more))

    def test_a_facility_that_fills_from_the_entry_grade_offers_its_seats_grade_by_grade(self):
        # demand 100 + 60 in 2021; a has 200 seats. b is far better placed (public first) with 80 seats: 40 in its first
        # autumn, all for grade 1. In 2022 its 40 go up and 40 more seats are free for the entry grade
        results = self.world([{"open": "b", "district": "d", "stage": "kindergarten", "year": 2021, "seats": 80,
                               "sector": "public", "fill": "entry"}],
                             allocation={"kindergarten": {"policy": "public_first"}})
        self.close(value(results, 2021, "enrolled", "facility", "b"), 40)
        self.close(value(results, 2021, "seats", "facility", "b"), 80)
        self.close(value(results, 2022, "enrolled", "facility", "b"), 80)

    def test_a_bulge_class_is_gone_in_its_last_autumn(self):
        results = self.world([{"expand": "a", "year": 2021, "seats": 50, "until": 2023}])
        self.assertEqual([value(results, y, "seats") for y in range(2020, 2024)], [200, 250, 250, 200])

    def test_some_sites_of_a_row_change_their_sector_with_their_children(self):
        # 1 of 4 sites: 50 seats, 15 + 10 children; a year on: grade 2 keeps 15 of 60; the 100 entrants find
        # 150 - 45 and 50 - 15 free seats, by which they are spread: 75 and 25
        results = self.world([{"convert": "a", "sites": 1, "to_sector": "public", "year": 2021}])
        self.close(value(results, 2021, "enrolled", "facility", "a-to-public-2021"), 40)
        self.close(value(results, 2021, "public_share"), 0.25)

    def test_rooms_move_between_stages_at_the_planned_size_of_each(self):
        stages = [{"id": "primary", "entry_age": 6, "grades": 2, "class_limit": 40, "compulsory": True},
                  {"id": "junior", "entry_age": 8, "grades": 1, "class_limit": 50, "compulsory": True}]
        district = {"id": "d", "births": {2000: 10}, "pupils": {"primary": [10, 10], "junior": [10]}}
        school = {"id": "s", "district": "d", "sector": "public",
                  "stages": {"primary": {"rooms": 10, "pupils": 20}, "junior": {"rooms": 5, "pupils": 10}}}
        results = model.run({"years": "2020..2021", "stages": stages, "districts": [district], "facilities": [school],
                             "projects": [{"convert": "s", "rooms": 2, "from": "primary", "to_stage": "junior", "year": 2021}]})
        self.assertEqual(value(results, 2021, "seats", stage="primary"), 320)
        self.assertEqual(value(results, 2021, "seats", stage="junior"), 350)

    def handed_over(self, public, private):
        return self.world([{"open": "b", "district": "d", "stage": "kindergarten", "year": 2021, "seats": 80,
                            "sector": "handover"}],
                          [{"id": "a", "sector": "private", "seats": 200, "pupils": private},
                           {"id": "p", "sector": "public", "seats": 200, "pupils": public}],
                          rules={"handover": {"sector": "public", "otherwise": "inclusive", "while":
                                 {"indicator": "public_share", "stage": "kindergarten", "below": "50%"}}})

    def test_a_rule_reads_the_year_before_and_a_tie_is_not_below(self):
        self.assertEqual(value(self.handed_over(49, 51), 2021, "seats", sector="public"), 280)
        self.assertEqual(value(self.handed_over(50, 50), 2021, "seats", sector="inclusive"), 80)

    def test_children_of_a_closed_facility_are_newcomers_and_those_of_a_merged_one_move(self):
        two = [{"id": "a", "sector": "private", "seats": 200, "pupils": 50},
               {"id": "b", "sector": "private", "seats": 60, "pupils": 50}]
        # 160 children in 2021: closed, all of them ask for the 60 seats of b; merged, b has 260 seats for all
        self.close(value(self.world([{"close": "a", "year": 2021}], two), 2021, "unmet"), 100)
        self.close(value(self.world([{"merge": "a", "into": "b", "year": 2021}], two), 2021, "unmet"), 0)


class Allocation(Case):
    def test_newcomers_go_by_free_seats_and_the_rest_of_a_kindergarten_is_unmet(self):
        # 2021: grade 2 keeps 30 in each; 100 newcomers ask for 20 (public) and 30 (private) free seats: 50 unmet
        results = model.run(one_district([60, 40], [{"id": "a", "sector": "public", "seats": 50, "pupils": 50},
                                                    {"id": "b", "sector": "private", "seats": 60, "pupils": 50}]))
        self.close(value(results, 2021, "enrolled", sector="public"), 50)
        self.close(value(results, 2021, "unmet"), 50)
        self.close(value(results, 2021, "shortage"), 50)

    def test_scarce_seats_are_shared_by_need_or_from_the_lowest_grade(self):
        # nobody continues (a closes): 100 ask in grade 1, 60 in grade 2 for 80 seats: 50 and 30, or 80 and 0
        facilities = [{"id": "a", "sector": "public", "seats": 100, "pupils": 100},
                      {"id": "b", "sector": "public", "seats": 80, "pupils": 0}]
        for order, seated in (("together", [50, 30]), ("entry_first", [80, 0])):
            document = one_district([60, 40], facilities, projects=[{"close": "a", "year": 2021}],
                                    allocation={"kindergarten": {"order": order}})
            world = model.start(language.read(document))
            model.advance(world, 2021)
            self.all_close(world.children["b"]["d"]["kindergarten"], seated)

    def test_a_share_of_continuing_children_transfers_to_free_better_seats(self):
        # 2021: 60 continue in grade 2, all private; half ask; public has 20 free: 20 move. 100 newcomers find
        # 200 - 40 = 160 private seats
        results = model.run(one_district([60, 40], [{"id": "a", "sector": "private", "seats": 200, "pupils": 100},
                                                    {"id": "b", "sector": "public", "seats": 20, "pupils": 0}],
                                         allocation={"kindergarten": {"transfer": "50%"}}))
        self.close(value(results, 2021, "enrolled", sector="public"), 20)
        self.close(value(results, 2021, "enrolled", sector="private"), 140)

    def test_preference_weighs_the_sectors(self):
        # 100 newcomers and 60 grade-2 children of the closed c: weights 3 : 1 -> 120 : 40, both have room
        results = model.run(one_district([60, 40], [{"id": "a", "sector": "private", "seats": 200, "pupils": 0},
                                                    {"id": "b", "sector": "public", "seats": 150, "pupils": 0},
                                                    {"id": "c", "sector": "private", "seats": 100, "pupils": 100}],
                                         projects=[{"close": "c", "year": 2021}], allocation={
                                             "kindergarten": {"policy": "preference", "weights": {"public": 3}}}))
        self.close(value(results, 2021, "enrolled", sector="public"), 120)

    def test_zones_fill_first_then_their_overflow_facilities(self):
        # 160 ask: 128 in a's zone, 32 in b's. a seats 100; its other 28 ask c, which has 20; 8 go to what is free: b
        results = model.run(one_district([60, 40], [
            {"id": "a", "sector": "public", "seats": 100, "pupils": 0, "zone": "80%", "overflow": ["c"]},
            {"id": "b", "sector": "public", "seats": 90, "pupils": 0, "zone": "20%"},
            {"id": "c", "sector": "public", "seats": 20, "pupils": 0},
            {"id": "x", "sector": "public", "seats": 100, "pupils": 100}],
            projects=[{"close": "x", "year": 2021}], allocation={"kindergarten": {"policy": "zones"}}))
        self.all_close([value(results, 2021, "enrolled", "facility", f) for f in "abc"], [100, 40, 20])

    def test_a_compulsory_stage_is_seated_above_capacity_by_seats(self):
        # 160 children in 2021, all seated: 30 + 30 continue, 20 and 30 fill the seats, 50 more go by 50 : 60
        results = model.run(one_district([60, 40], [{"id": "a", "sector": "public", "seats": 50, "pupils": 50},
                                                    {"id": "b", "sector": "private", "seats": 60, "pupils": 50}],
                                         stage={"compulsory": True}))
        self.close(value(results, 2021, "enrolled", sector="public"), 50 + 50 * 50 / 110)
        self.close(value(results, 2021, "unmet"), 0)

    def test_leavers_of_a_combined_school_claim_its_next_stage(self):
        stages = [{"id": "primary", "entry_age": 6, "grades": 1, "class_limit": 40, "compulsory": True},
                  {"id": "junior", "entry_age": 7, "grades": 1, "class_limit": 50, "compulsory": True}]
        district = {"id": "d", "births": {y: 90 for y in range(2000, 2020)}, "pupils": {"primary": 100, "junior": 0}}
        # first claim: 60 of the 100 leavers, up to the seats; 40 go to j. Turned off: 100 spread by 60 : 100
        for through, seated in ((True, 60), (False, 37.5)):
            facilities = [{"id": "s", "district": "d", "sector": "public", "through": through, "stages":
                           {"primary": {"seats": 100, "pupils": 100}, "junior": {"seats": 60, "pupils": 0}}},
                          {"id": "j", "district": "d", "sector": "public", "stage": "junior", "seats": 100, "pupils": 0}]
            results = model.run({"years": "2020..2021", "stages": stages, "districts": [district], "facilities": facilities})
            self.close(value(results, 2021, "enrolled", "facility", "s", "junior"), seated)

    def two_districts(self, max_share):
        document = one_district([60, 40], [{"id": "a", "sector": "public", "seats": 100, "pupils": 100}],
                                district={"neighbours": ["e"]}, allocation={"kindergarten": {"max_share": max_share}})
        document["districts"].append({"id": "e", "births": {2000: 0}, "pupils": {"kindergarten": 0}})
        document["facilities"].append({"id": "b", "district": "e", "stage": "kindergarten", "sector": "public", "seats": 50,
                                       "pupils": 0})
        return model.run(document)

    def test_waiting_children_overflow_to_a_neighbour_and_stay_there(self):
        # 2021: 160 want, 100 sit at home, 60 wait; up to 20 % of 160 = 32 ask e, which has 50. They are all in grade 1
        # (60 continue, 40 of 100 newcomers sit). 2022: 200 want (100 + 100). 32 continue at e; allowed 40: 8 more
        results = self.two_districts("20%")
        self.close(value(results, 2021, "placed_elsewhere", "district", "d"), 32)
        self.close(value(results, 2021, "enrolled", "district", "e"), 32)
        self.close(value(results, 2021, "unmet", "district", "d"), 28)
        self.close(value(results, 2022, "placed_elsewhere", "district", "d"), 40)
        self.close(value(results, 2021, "placed_elsewhere"), 32)
        self.assertIsNone(value(results, 2021, "placed_elsewhere", "district", "e"))
        self.assertIsNone(value(self.two_districts(0), 2021, "placed_elsewhere"))

    def neighbours(self, districts, facilities, stages, years="2020..2022", replacing=None):
        """Districts of {id: (births a year, [neighbours])} where nobody is in school yet; facilities of {id: (district,
        {stage: seats})}; stages of {id: (entry age, grades, compulsory)}, the first of which lets children overflow."""
        return model.run({"years": years, "allocation": {next(iter(stages)): {"max_share": 1}}, "stages": [
            {"id": s, "entry_age": age, "grades": grades, "compulsory": compulsory, "class_limit": 50}
            for s, (age, grades, compulsory) in stages.items()], "districts": [
            {"id": d, "births": {y: births for y in range(2000, 2020)}, "pupils": {s: 0 for s in stages}, "neighbours": near}
            for d, (births, near) in districts.items()], "facilities": [
            {"id": f, "district": d, "sector": "public", "stages": {s: {"seats": n, "pupils": 0} for s, n in seats.items()}}
            for f, (d, seats) in facilities.items()]} | (replacing or {}))

    def test_all_districts_ask_at_once_rank_by_rank(self):
        # 90 children for 30 seats, 60 for 20; the host's own 10 sit first, 30 of its 40 seats are free. 60 and 40 ask for
        # them: 18 and 12 get in. Of the next neighbours neither has a seat; the rest sit above capacity at home
        results = self.neighbours({"d": (90, ["h", "e"]), "h": (10, []), "e": (60, ["h", "d"])},
                                  {"a": ("d", {"s": 30}), "b": ("h", {"s": 40}), "c": ("e", {"s": 20})}, {"s": (6, 1, True)})
        for name, elsewhere, enrolled in (("d", 18, 72), ("e", 12, 48), ("h", None, 40)):
            self.assertEqual(value(results, 2021, "placed_elsewhere", "district", name, "s"), elsewhere)
            self.close(value(results, 2021, "enrolled", "district", name, "s"), enrolled)

    def two_years_of_overflow(self, **replacing):
        """40 enter home a year, which has 20 seats for two grades; the host has 30 and 30. 2021: 20 and 20 (10 + 10)."""
        return self.neighbours({"d": (40, ["h"]), "h": (0, [])}, {"a": ("d", {"s": 20}), "b": ("h", {"s": 30}),
                                                                 "c": ("h", {"s": 30})}, {"s": (6, 2, False)}, replacing=replacing)

    def test_guests_of_a_closed_facility_ask_again_and_those_of_a_merged_one_move(self):
        # 2022: grade 2 fills home's 20 seats; 40 entrants, and the 10 from b if it closes, ask elsewhere. c has 10 guests and
        # 20 free seats; merged with b 20 guests and 40 free seats
        closed = self.two_years_of_overflow(projects=[{"close": "b", "year": 2022}])
        merged = self.two_years_of_overflow(projects=[{"merge": "b", "into": "c", "year": 2022}])
        self.close(value(closed, 2021, "placed_elsewhere", stage="s"), 20)
        self.close(value(closed, 2022, "placed_elsewhere", stage="s"), 30)
        self.close(value(closed, 2022, "unmet", stage="s"), 30)
        self.close(value(merged, 2022, "placed_elsewhere", stage="s"), 60)

    def test_home_and_guests_shrink_alike_where_demand_falls(self):
        # 2022: 10 leave grade 2, where 20 at home and 20 guests would go on: 15 and 15. 5 of 40 entrants sit at home, 35 ask
        # the host, which has 45 free seats: 15 + 35 elsewhere
        results = self.two_years_of_overflow(districts=[
            {"id": "d", "births": {y: 40 for y in range(2000, 2020)}, "pupils": {"s": 0}, "neighbours": ["h"],
             "migration": {"s": [0, {2021: 0, 2022: -10}]}}, {"id": "h", "births": {2000: 0}, "pupils": {"s": 0}}])
        self.close(value(results, 2022, "placed_elsewhere", stage="s"), 50)
        self.close(value(results, 2022, "unmet", stage="s"), 0)

    def test_guests_in_a_combined_school_claim_its_next_stage_after_its_own_leavers(self):
        # 2021: 50 primary children, 20 seats at home, 30 at the host's combined school beside its own 20. 2022: 40 junior seats
        # there: 20 own leavers, 20 of 30 guests; the other 10 ask at home with the 20 from there: 25 seats
        results = self.neighbours({"d": (50, ["h"]), "h": (20, [])}, {"own": ("d", {"p": 20, "j": 25}),
                                                                     "both": ("h", {"p": 60, "j": 40})},
                                  {"p": (6, 1, False), "j": (7, 1, False)})
        self.close(value(results, 2022, "placed_elsewhere", "district", "d", "j"), 20)
        self.close(value(results, 2022, "unmet", "district", "d", "j"), 5)
        self.close(value(results, 2022, "enrolled", "facility", "both", "j"), 40)

    def test_guests_do_not_transfer(self):
        # 2021: the host's 30 sit 20 : 10 by 60 public and 30 private seats, then 10 guests by the 40 : 20 that are free.
        # 2022: there are 120 public seats; the host's 10 private children move to them, the 10/3 guests stay. Entrants are
        # spread by what is free then, 120 - 30 - 20/3 and 30 - 10/3, and guests by what these leave
        results = self.neighbours({"d": (10, ["h"]), "h": (30, [])}, {}, {"s": (6, 2, False)}, replacing={
            "facilities": [{"id": "b", "district": "h", "stage": "s", "sector": "public", "seats": 60, "pupils": 0},
                           {"id": "c", "district": "h", "stage": "s", "sector": "private", "seats": 30, "pupils": 0}],
            "projects": [{"expand": "b", "stage": "s", "year": 2022, "seats": 60}],
            "allocation": {"s": {"max_share": 1, "transfer": "100%"}}})
        free = {"public": 120 - 30 - 20 / 3, "private": 30 - 10 / 3}
        entrants = 30 * free["private"] / sum(free.values())
        left = {k: v - 30 * v / sum(free.values()) for k, v in free.items()}
        guests = 10 * left["private"] / sum(left.values())
        self.close(value(results, 2022, "enrolled", "facility", "c", "s"), 10 / 3 + entrants + guests)


class Classes(Case):
    def test_classes_follow_limits_while_rooms_last(self):
        self.assertEqual(classes.form([46, 0, 45], [45, 45, 45], 9), [2, 0, 1])

    def test_short_of_rooms_the_fullest_grade_is_split_first(self):
        self.assertEqual(classes.form([90, 60, 50], [45, 45, 45], 4), [2, 1, 1])
        self.assertEqual(classes.form([90, 90], [45, 45], 3), [2, 1])  # a tie
        self.assertEqual(classes.form([90, 90], [45, 45], 1), [1, 1])  # a class a grade at least

    def test_forming_is_exact_against_all_ways(self):
        rng = random.Random(1)
        for _ in range(300):
            pupils, limits = [rng.randint(0, 200) for _ in range(3)], [rng.choice([25, 30, 45]) for _ in range(3)]
            rooms = rng.randint(1, 9)
            formed = classes.form(pupils, limits, rooms)
            if sum(formed) == rooms and 0 not in pupils:
                ways = [(i, j, rooms - i - j) for i in range(1, rooms) for j in range(1, rooms - i)]
                worst = lambda way: max(p / (c * limit) for p, c, limit in zip(pupils, way, limits))
                wanted = sum(-(-p // limit) for p, limit in zip(pupils, limits))
                self.assertTrue(wanted == rooms or abs(worst(formed) - min(map(worst, ways))) < 1e-12)

    def test_a_row_of_sites_deals_pupils_and_rooms_out_whole(self):
        # 61 and 40.5 -> 41 pupils on 2 sites with 3 rooms: 31 + 21 in 2 rooms, 30 + 20 in 1 (a class a grade still)
        stage = language.stage_of({"id": "k", "entry_age": 4, "grades": 2, "class_limit": 30})
        formed = classes.of_facility(stage, [61.0, 40.5], 3, 2)
        self.assertEqual(formed.site_pupils, [52, 50])
        self.assertEqual([size for _, size in formed.classes], [31, 21, 30, 20])


class StaffMoneyIndicators(Case):
    def test_posts_are_rounded_up_and_never_netted(self):
        # 100 children in classes of at most 25: 60 -> 3, 40 -> 2: 5 classes, 10 teachers, 5 carers; 100/19 -> 6
        document = one_district([60, 40], [{"id": "a", "sector": "public", "seats": 500, "pupils": 100}],
                                stage={"posts": {"teacher": {"per_class": 2}, "carer": {"pupils_per_post": 19}}},
                                district={"staff": {"kindergarten": {
                                    "teacher": {"available": 20, "attrition": "10%", "hires": {2022: 3}},
                                    "carer": {"available": 2}}}},
                                money={"discount": "25%", "unit": {"pupil": {"kindergarten": 10}, "post": {"carer": 100}}})
        results = model.run(document)
        self.assertEqual(value(results, 2020, "staff_required"), 16)
        self.assertEqual(value(results, 2020, "staff_gap"), 4)
        self.assertEqual(value(results, 2020, "staff_surplus"), 10)
        self.close(value(results, 2022, "staff_available"), 20 * 0.81 + 3 + 2)
        self.close(value(results, 2020, "pupil_teacher_ratio"), 5)
        # recurrent 100 x 10 + 6 x 100; in 2021 160 children, 9 carers: 2500, worth 2000
        self.close(value(results, 2020, "recurrent"), 1600)
        self.close(value(results, 2021, "cost_present_value"), 1600 + 2000)

    def test_a_project_costs_in_its_year_whatever_its_lag(self):
        document = one_district(0, [], projects=[
            {"open": "n", "district": "d", "stage": "kindergarten", "year": 2021, "lag": 2, "seats": 10, "sector": "public",
             "phasing": {0: "60%", 1: "40%"}}], money={"unit": {"seat": {"kindergarten": 100}}})
        results = model.run(document)
        self.all_close([value(results, y, "capital") for y in range(2020, 2024)], [0, 600, 400, 0])

    def test_balance_is_weighted_by_pupils(self):
        # the worked case of the Chinese rule: X 6.334, 0.5153
        schools = list(zip([45, 37, 89, 76, 55], [279, 137, 935, 160, 402]))
        self.assertAlmostEqual(model.indicators.variation(schools), 0.5153, places=4)

    def test_each_site_of_a_row_counts_for_a_tag_with_children_or_not(self):
        results = model.run(one_district([0, 4], [
            {"id": "a", "sector": "public", "seats": 9, "pupils": 4, "sites": 3, "tags": ["model", "new"]},
            {"id": "b", "sector": "private", "seats": 9, "pupils": 0, "tags": ["new"]}]))
        self.close(value(results, 2020, "quality_share.model"), 0.75)
        self.close(value(results, 2020, "quality_share.new"), 1)
        self.close(results[2020, "region", "", "kindergarten", "private", "quality_share.model"], 0)

    def test_resources_go_with_sites_and_schools(self):
        # 60 books for 30, 10 for 10: 2 and 1 a child, 1.75 in all: squares 30/16 + 90/16, over 40 3/16. In 2021 two sites have gone
        # with two thirds of everything: the same. In 2022 b is merged into them: 50 books for 30, 20 for 10.
        facilities = [{"id": "a", "sector": "private", "seats": 30, "pupils": 30, "sites": 3, "resources": {"books": 60}},
                      {"id": "b", "sector": "private", "seats": 10, "pupils": 10, "resources": {"books": 10}}]
        document = one_district([20, 20], facilities, district={"entry": {"kindergarten": {"method": "fixed", "values": 20}}},
                                projects=[{"convert": "a", "sites": 2, "to_sector": "public", "year": 2021},
                                          {"merge": "b", "into": "a-to-public-2021", "year": 2022}])
        results = model.run(document)
        for year in (2020, 2021):
            self.close(value(results, year, "balance.books"), (3 / 16) ** 0.5 / 1.75)
        mean, x, y = 70 / 40, 50 / 30, 20 / 10
        self.close(value(results, 2022, "balance.books"), ((30 * (x - mean) ** 2 + 10 * (y - mean) ** 2) / 40) ** 0.5 / mean)

    def test_a_payer_pays_for_its_projects_stage_by_stage(self):
        document = one_district(0, [], projects=[
            {"open": n, "district": "d", "stage": "kindergarten", "year": 2021, "lag": 1, "seats": 10, "sector": "public", "cost": cost,
             "payer": payer} for n, cost, payer in (("n", 100, "city"), ("m", 40, "state"), ("o", 7, "city"))],
            money={"discount": "25%", "payers": ["state", "city"]})
        results = model.run(document)
        self.all_close([value(results, 2021, f"capital{of}") for of in ("", ".city", ".state")], [147, 107, 40])
        self.close(value(results, 2022, "cost_present_value.city"), 107 / 1.25)
        self.close(results[2021, "facility", "n", "kindergarten", "", "capital"], 100)
        self.assertNotIn((2020, "facility", "n", "kindergarten", "", "capital"), results)

    def test_shortage_and_surplus_are_never_netted(self):
        results = model.run(one_district([60, 40], [{"id": "a", "sector": "public", "seats": 30, "pupils": 50},
                                                    {"id": "b", "sector": "private", "seats": 90, "pupils": 50}],
                                         district={"waiting": {"kindergarten": 7}}))
        self.close(value(results, 2020, "shortage"), 20 + 7)
        self.close(value(results, 2020, "surplus"), 40)
        self.close(value(results, 2020, "gross_enrolment"), 0.5)  # of two cohorts of 100

    def test_the_limit_of_a_school_is_that_of_its_type(self):
        results = model.run(one_district([60, 40], [{"id": "a", "sector": "public", "seats": 30, "pupils": 100, "sites": 3}],
                                         stage={"school_size": 33}))
        # 20 + 14 on the first site, 20 + 13 on the others
        self.assertEqual(value(results, 2020, "school_size_max"), 34)
        self.assertEqual(value(results, 2020, "schools_over_size"), 1)


class Invariants(Case):
    """Random scenarios of both levels."""

    def scenarios(self):
        for level in ("core", "full"):
            for seed in range(60):
                yield generate.scenario(seed, level)

    def test_pupils_are_conserved_and_nothing_is_negative(self):
        for document in self.scenarios():
            results = model.run(document)
            self.assertTrue(all(v >= 0 for v in results.values()))
            for (year, scope, name, stage, _, indicator), wanted in results.items():
                if indicator == "demand" and scope == "region":
                    cell = lambda i: results[year, scope, name, stage, "", i]
                    self.assertAlmostEqual(wanted, cell("enrolled") + cell("unmet"), delta=1e-7 * max(1, wanted))

    def test_the_order_of_districts_and_facilities_means_nothing(self):
        for document in self.scenarios():
            other = copy.deepcopy(document)
            other["districts"].reverse()
            other["facilities"].reverse()
            a, b = model.run(document), model.run(other)
            self.assertEqual(set(a), set(b))
            for key in a:
                self.assertAlmostEqual(a[key], b[key], delta=1e-7 * max(1, abs(a[key])), msg=key)


if __name__ == "__main__":
    unittest.main()

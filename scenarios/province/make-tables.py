#!/usr/bin/env python3
"""Writes the tables of the province beside this file: 100 districts with births, pupils, kindergartens, schools and projects.

Nothing here is real. Every number comes from the seed and from the truth below, so that what a projection says can be held
against what is known: truth.csv keeps the rates that made each district. The same file comes out on every machine: only
random() of the generator is used, and every figure is rounded before it is written."""

import csv
import math
import os
import random

SEED = 20240901
BASE = 2024
CITIES = ["东平", "临江", "海州", "青阳", "安陵", "宁水", "永宁", "清河", "南屏", "北川"]
KINDS = [("区", 2.2, 0.005), ("区", 1.6, -0.01), ("市", 1.3, -0.015), ("县", 1.0, -0.025), ("县", 0.8, -0.03),
         ("县", 0.7, -0.035), ("县", 0.6, -0.04), ("县", 0.5, -0.045), ("县", 0.4, -0.05), ("新区", 1.2, 0.03)]
NATION = {2011: 1.02, 2012: 1.10, 2013: 1.05, 2014: 1.09, 2015: 1.06, 2016: 1.18, 2017: 1.14, 2018: 1.00, 2019: 0.94,
          2020: 0.80, 2021: 0.70, 2022: 0.63, 2023: 0.58}
PLANNED = {"kindergarten": 30, "primary": 45, "junior": 50}
FEWEST_ROOMS = {"kindergarten": 3, "primary": 6, "junior": 6}
SHORT = {"public": "kg-public", "inclusive": "kg-inclusive", "private": "kg-private"}
CUTOFF = 243 / 365
HERE = os.path.dirname(os.path.abspath(__file__))
rng = random.Random(SEED)


def between(low, high):
    return low + (high - low) * rng.random()


def cohort(births, age, year):
    return CUTOFF * births[year - age] + (1 - CUTOFF) * births[year - age - 1]


def make_district(number):
    suffix, size, trend = KINDS[number % 10]
    truth = {"id": f"d{number + 1:03d}", "name": CITIES[number // 10] + "甲乙丙丁戊己庚辛壬癸"[number % 10] + suffix,
             "scale": size * between(0.8, 1.25) * 1000, "trend": trend + between(-0.01, 0.01),
             "kindergarten": round(between(0.84, 0.97), 3), "primary": round(between(0.93, 1.05) + max(0, trend), 3),
             "through": round(between(0.94, 1.02), 3)}
    truth["births"] = {year: round(truth["scale"] * level * math.exp(truth["trend"] * (year - 2011)) * between(0.97, 1.03))
                       for year, level in NATION.items()}
    return truth


def pupils_of(truth):
    births = truth["births"]
    rate = {"kindergarten": (3, 3, truth["kindergarten"]), "primary": (6, 6, truth["primary"])}
    grades = {stage: [round(cohort(births, age + g, BASE) * share) for g in range(count)]
              for stage, (age, count, share) in rate.items()}
    grades["junior"] = [round(truth["scale"] * NATION[2012] * math.exp(truth["trend"]) * truth["primary"]
                              * truth["through"] * between(0.96, 1.02)) for _ in range(3)]
    return grades


def deal(total, weights):
    """Whole numbers in proportion to the weights that add up to the total."""
    parts = [int(total * w / sum(weights)) for w in weights]
    parts[0] += total - sum(parts)
    return parts


def stage_facilities(truth, stage, sector, label, total, count, fullness):
    """`count` schools that share `total` pupils; each has rooms for its pupils at about `fullness`."""
    for i, pupils in enumerate(deal(total, [between(0.7, 1.3) for _ in range(count)])):
        rooms = max(FEWEST_ROOMS[stage], round(pupils / PLANNED[stage] / (fullness * between(0.92, 1.08))))
        sites = max(1, round(rooms / 9)) if stage == "kindergarten" else 1
        name = f"{truth['name']}{label}" + ("" if stage == "kindergarten" else str(i + 1))
        yield [f"{truth['id']}-{SHORT.get(sector, stage) if stage == 'kindergarten' else stage}-{i + 1}", name, truth["id"], stage,
               sector, sites, rooms, pupils]


def facilities_of(truth, grades):
    totals = {stage: sum(numbers) for stage, numbers in grades.items()}
    share = between(0.35, 0.6)
    public, inclusive = round(totals["kindergarten"] * share), round(totals["kindergarten"] * between(0.25, 0.35))
    for sector, label, total in (("public", "公办幼儿园", public), ("inclusive", "普惠幼儿园", inclusive),
                                 ("private", "民办幼儿园", totals["kindergarten"] - public - inclusive)):
        yield from stage_facilities(truth, "kindergarten", sector, label, total, 1, 0.85)
    yield from stage_facilities(truth, "primary", "public", "小学", totals["primary"], max(1, round(totals["primary"] / 1500)),
                                0.9 + 3 * truth["trend"])
    yield from stage_facilities(truth, "junior", "public", "初中", totals["junior"], max(1, round(totals["junior"] / 1500)), 0.97)


def write(name, header, rows):
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main():
    districts = [make_district(number) for number in range(100)]
    pupils = [pupils_of(truth) for truth in districts]
    write("districts.csv", ["区县代码", "区县名称", "幼儿园入园率", "小学入学系数", "小升初比例"],
          [[d["id"], d["name"], f"{d['kindergarten'] * 100:.1f}%", d["primary"], d["through"]] for d in districts])
    write("births.csv", ["区县代码", "年份", "出生人数"],
          [[d["id"], f"{year}年", count] for d in districts for year, count in d["births"].items()])
    write("pupils.csv", ["区县代码", "学段", "年级", "在校人数"],
          [[d["id"], stage, grade, count] for d, stages in zip(districts, pupils) for stage, counts in stages.items()
           for grade, count in zip(["small", "middle", "large"] if stage == "kindergarten" else range(1, 7), counts)])
    facilities = [row for d, grades in zip(districts, pupils) for row in facilities_of(d, grades)]
    write("facilities.csv", ["学校代码", "学校名称", "区县代码", "学段", "办学类型", "校数", "教室数", "在校人数"], facilities)
    growing = [d for d in districts if d["trend"] > 0]
    write("projects.csv", ["项目学校", "项目名称", "区县代码", "学段", "办学类型", "建成年份", "教室数"],
          [[f"{d['id']}-new-junior", f"{d['name']}新建初中", d["id"], "junior", "public", 2026 + i % 4, 24]
           for i, d in enumerate(growing)])
    write("truth.csv", ["district", "trend", "scale", "kindergarten_rate", "primary_rate", "through"],
          [[d["id"], f"{d['trend']:.5f}", f"{d['scale']:.1f}", d["kindergarten"], d["primary"], d["through"]] for d in districts])


if __name__ == "__main__":
    main()

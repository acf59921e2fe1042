# Posts: 1:19 in primary and 1:13.5 in junior schools, 490 and 322 posts filled on the establishment; 1,112 in kindergartens.
# The program rounds posts up stage by stage, so that its sums may be one above a quotient of sums: 1,027 where
# 670.7 + 355.4 = 1,026.1, and 376 where 241.6 + 133.3 = 374.9.
. "$SOURCE/tests/golden/plan-facts"
cat > staff.yaml <<'YAML'
seatsim: 1
title: staff of the zone
years: 2020..2021
sectors: [public]
stages:
  - {id: kindergarten, entry_age: 3, grades: 1, class_limit: 30, posts: {teacher: {pupils_per_post: 1:5}}}
  - {id: primary, entry_age: 6, grades: 1, class_limit: 45, posts: {teacher: {pupils_per_post: 1:19}}}
  - {id: junior, entry_age: 12, grades: 1, class_limit: 50, posts: {teacher: {pupils_per_post: 1:13.5}}}
districts:
  - id: etdz
    pupils: {kindergarten: [9569], primary: [12744], junior: [4798]}
    staff:
      kindergarten: {teacher: {available: 1112}}
      primary: {teacher: {available: 490}}
      junior: {teacher: {available: 322}}
    entry:
      kindergarten: {method: fixed, values: [0, 0]}
      primary: {method: fixed, values: [0, 0]}
      junior: {method: fixed, values: [0, 0]}
facilities:
  - {id: kindergartens, district: etdz, stage: kindergarten, sector: public, classes: 400, pupils: 9569}
  - {id: primaries, district: etdz, stage: primary, sector: public, classes: 400, pupils: 12744}
  - {id: juniors, district: etdz, stage: junior, sector: public, classes: 400, pupils: 4798}
YAML
schools() { calculate "$(value "$1" 2020 primary) + $(value "$1" 2020 junior)"; }
line 'Staff' 'by hand' 'program'
run staff.yaml
line 'filled in schools: 322 + 490' 812 "$(schools staff_available)"
line 'required in primary schools: 12,744 / 19 = 670.7' 671 "$(value staff_required 2020 primary)"
line 'required in junior schools: 4,798 / 13.5 = 355.4' 356 "$(value staff_required 2020 junior)"
line 'required in schools: 671 + 356' 1027 "$(schools staff_required)"
line 'short in primary schools: 671 - 490' 181 "$(value staff_gap 2020 primary)"
line 'short in junior schools: 356 - 322' 34 "$(value staff_gap 2020 junior)"
line 'primary pupils a post: 12,744 / 490' 26.00816327 "$(value pupil_teacher_ratio 2020 primary)"
line 'junior pupils a post: 4,798 / 322' 14.90062112 "$(value pupil_teacher_ratio 2020 junior)"
line 'children a post in kindergartens: 9,569 / 1,112' 8.605215827 "$(value pupil_teacher_ratio 2020 kindergarten)"
line 'required in kindergartens at 1:5: 9,569 / 5 = 1,913.8' 1914 "$(value staff_required 2020 kindergarten)"
line 'short in kindergartens: 1,914 - 1,112' 802 "$(value staff_gap 2020 kindergarten)"
sed 's/1:5}/1:7}/' staff.yaml > seven.yaml
run seven.yaml
line 'required in kindergartens at 1:7: 9,569 / 7 = 1,367' 1367 "$(value staff_required 2020 kindergarten)"
line 'short in kindergartens: 1,367 - 1,112' 255 "$(value staff_gap 2020 kindergarten)"

# Hired teachers (5) and purchased services (101) as kinds of their own; in kindergartens 105 registered, 6 purchased and the
# rest self-hired: 1,112 - 105 - 6 = 1,001.
sed 's/1:19}/1:19}, hired: {per_class: 0}, purchased: {per_class: 0}/
     s/1:5}/1:5}, purchased: {per_class: 0}, self-hired: {per_class: 0}/
     s/available: 490}/available: 490}, hired: {available: 5}, purchased: {available: 101}/
     s/available: 1112}/available: 105}, purchased: {available: 6}, self-hired: {available: 1001}/' staff.yaml > kinds.yaml
run kinds.yaml
line 'filled in schools, all kinds: 812 + 5 + 101' 918 "$(schools staff_available)"
line 'filled in kindergartens, all kinds: 105 + 6 + 1,001' 1112 "$(value staff_available 2020 kindergarten)"
run staff.yaml --set districts.etdz.staff.primary.teacher.available=596
line 'all pupils a post, 918 posts: 17,542 / 918' 19.10893246 \
    "$(calculate "($(value enrolled 2020 primary) + $(value enrolled 2020 junior)) / ($(schools staff_available))")"

# Posts for what is new: 4,590 primary and 1,800 junior pupils; 162 kindergarten classes of 30, with two teachers and a carer
# each, or at 1:7.
sed 's/12744/4590/; s/4798/1800/; s/9569/4860/; s/classes: 400, pupils: 9569/classes: 162, pupils: 4860/
     s/pupils: 12744/pupils: 4590/; s/pupils: 4798/pupils: 1800/
     s/teacher: {pupils_per_post: 1:5}/teacher: {per_class: 2}, carer: {per_class: 1}/' staff.yaml > new.yaml
run new.yaml
line 'posts for 4,590 primary seats: 241.6' 242 "$(value staff_required 2020 primary)"
line 'posts for 1,800 junior seats: 133.3' 134 "$(value staff_required 2020 junior)"
line 'posts for 162 kindergarten classes: 162 x 3' 486 "$(value staff_required 2020 kindergarten)"
sed 's/teacher: {per_class: 2}, carer: {per_class: 1}/teacher: {pupils_per_post: 1:7}/' new.yaml > new-seven.yaml
run new-seven.yaml
line 'posts for 4,860 children at 1:7: 694.3' 695 "$(value staff_required 2020 kindergarten)"

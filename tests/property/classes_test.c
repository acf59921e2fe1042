/* Class formation on random stages with many grades and rooms, against the slow way. */
#include "model/classes.h"

#include "random_scenario.h"
#include "test.h"

#include <math.h>

enum { STAGES = 20000, GRADES = 9 };

struct random_stage {
    int grades;
    real pupils[GRADES], limit[GRADES], rooms;
};

static struct random_stage random_stage(struct chance *chance)
{
    struct random_stage stage = { .grades = 1 + chance_below(chance, GRADES) };
    int most = 1 + chance_below(chance, 600);
    for (int grade = 0; grade < stage.grades; grade++) {
        stage.pupils[grade] = chance_one_in(chance, 6) ? 0 : chance_below(chance, most);
        stage.limit[grade] = 20 + chance_below(chance, 31);
    }
    stage.rooms = chance_below(chance, 90);
    return stage;
}

/* The slow way: one class a grade, then one after another to the fullest, until the rooms or the wishes are used up. */
static void form_one_by_one(const struct random_stage *stage, real *classes)
{
    real given = 0, wanted = 0;
    for (int grade = 0; grade < stage->grades; grade++) {
        classes[grade] = stage->pupils[grade] > 0;
        given += classes[grade];
        wanted += ceil(stage->pupils[grade] / stage->limit[grade]);
    }
    for (; given < stage->rooms && given < wanted; given++) {
        int fullest = -1;
        for (int grade = 0; grade < stage->grades; grade++)
            if (stage->pupils[grade] > 0 &&
                (fullest < 0 || stage->pupils[grade] * classes[fullest] * stage->limit[fullest] >
                                    stage->pupils[fullest] * classes[grade] * stage->limit[grade]))
                fullest = grade;
        classes[fullest]++;
    }
}

TEST(classes, "the short way gives the classes that giving one after another gives")
{
    struct chance chance = { 1 };
    for (int i = 0; i < STAGES; i++) {
        struct random_stage stage = random_stage(&chance);
        real classes[GRADES], expected[GRADES];
        form_classes(stage.grades, stage.pupils, stage.limit, stage.rooms, classes);
        form_one_by_one(&stage, expected);
        for (int grade = 0; grade < stage.grades; grade++)
            if (classes[grade] < expected[grade] || classes[grade] > expected[grade]) {
                print_error("stage %d of seed 1, grade %d: %g and %g classes\n", i, grade, classes[grade], expected[grade]);
                fail();
            }
    }
}

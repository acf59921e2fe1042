// Tests that print TAP: test(sentence, what) counts `what` as passed unless it throws; the message is shown below it.
let count = 0;
let failed = 0;

export async function test(sentence, what) {
    count++;
    try {
        await what();
        console.log(`ok ${count} - ${sentence}`);
    } catch (error) {
        failed++;
        console.log(`not ok ${count} - ${sentence}`);
        console.log(String(error.message ?? error).replace(/^/gm, '# '));
    }
}

// Prints the plan and ends the program: nothing that still waits may hold it up.
export function finish() {
    console.log(`1..${count}`);
    process.exit(failed === 0 ? 0 : 1);
}

// Fails with the two values one below the other.
export function same(actual, expected, about) {
    const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (a !== b)
        throw new Error(`${about}\nis:        ${a}\nshould be: ${b}`);
}

export function holds(condition, about) {
    if (!condition)
        throw new Error(about);
}

/* THE message table: every code, its severity and its text in every language. Adding a message is adding a row to messages.c
 * and a file under tests/bad/ (or a test under tests/cli/) that brings it about. */
#ifndef BASE_MESSAGES_H
#define BASE_MESSAGES_H

#include "base/text.h"

/* Texts hold {slots}; a part in [[double brackets]] appears only when every slot in it is given. */
struct message {
    const char *code;
    enum seatsim_severity severity;
    const char *text[LANGUAGES];
    const char *hint[LANGUAGES]; /* what to do next, in a line of its own; NULL when the text says it */
};

/* The rows, ended by a NULL code. */
extern const struct message messages[];

/* The row of a code; NULL when there is none. */
const struct message *message_of(const char *code);

#endif

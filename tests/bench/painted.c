// SPDX-License-Identifier: GPL-3.0-or-later
// painted REPORT COMMAND…: starts COMMAND and waits until a window of its shows a picture: 200 x 150 or more, four colours
// or more, 0.5 % of it or more in others than the main one. Three seconds later it ends it, and writes to REPORT, as
// stopwatch does: "seconds-until-painted user system proportional-KiB status".
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { Patience = 30, MostColours = 64, RowStep = 7 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int ignore(Display *display, XErrorEvent *error) // a window may go while it is looked at
{
    (void)display, (void)error;
    return 0;
}

static int is_picture(const XImage *image)
{
    unsigned long colours[MostColours];
    long counts[MostColours] = {0}, all = 0, most = 0;
    int known = 0;
    for (int y = 0; y < image->height; y += RowStep) {
        for (int x = 0; x < image->width; ++x) {
            const unsigned long colour = XGetPixel((XImage *)image, x, y);
            int at = 0;
            while (at < known && colours[at] != colour)
                ++at;
            if (at == known && known < MostColours)
                colours[known++] = colour;
            if (at < known)
                most = ++counts[at] > most ? counts[at] : most;
            ++all;
        }
    }
    return known >= 4 && (double)(all - most) >= 0.005 * (double)all;
}

static int shows_picture(Display *display, Window window, int depth)
{
    XWindowAttributes of;
    if (XGetWindowAttributes(display, window, &of) && depth > 0 && of.map_state == IsViewable && of.width >= 200 &&
        of.height >= 150) {
        XImage *image = XGetImage(display, window, 0, 0, (unsigned)of.width, (unsigned)of.height, AllPlanes, ZPixmap);
        const int is = image && is_picture(image);
        if (image)
            XDestroyImage(image);
        if (is)
            return 1;
    }
    Window root, parent, *children = NULL;
    unsigned count = 0;
    int found = 0;
    if (depth < 3 && XQueryTree(display, window, &root, &parent, &children, &count))
        for (unsigned i = 0; i < count && !found; ++i)
            found = shows_picture(display, children[i], depth + 1);
    if (children)
        XFree(children);
    return found;
}

static long proportional(pid_t process)
{
    char path[64], line[256];
    long kib = 0;
    snprintf(path, sizeof path, "/proc/%d/smaps_rollup", process);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, "Pss: %ld", &kib) == 1)
            break;
    if (file)
        fclose(file);
    return kib;
}

static double seconds(struct timeval t) { return (double)t.tv_sec + (double)t.tv_usec / 1e6; }

int main(int argc, char **argv)
{
    Display *display = argc > 2 ? XOpenDisplay(NULL) : NULL;
    if (!display)
        return 64;
    XSetErrorHandler(ignore);
    const double begin = now();
    const pid_t child = vfork();
    if (child == 0) {
        execvp(argv[2], argv + 2);
        _exit(127);
    }
    int painted = 0;
    while (!painted && now() - begin < Patience) {
        painted = shows_picture(display, DefaultRootWindow(display), 0);
        const struct timespec pause = {0, 1000000};
        nanosleep(&pause, NULL);
    }
    const double wall = now() - begin;
    sleep(3);
    const long kib = proportional(child);
    int status = 0;
    struct rusage usage;
    kill(child, SIGTERM);
    if (wait4(child, &status, 0, &usage) < 0)
        return 1;
    FILE *report = fopen(argv[1], "w");
    if (!report)
        return 1;
    fprintf(report, "%.6f %.6f %.6f %ld %d\n", wall, seconds(usage.ru_utime), seconds(usage.ru_stime), kib, painted ? 0 : 1);
    return fclose(report) != 0;
}

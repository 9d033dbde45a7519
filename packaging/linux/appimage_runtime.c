/* The small program in front of an AppImage: makes the file system behind it visible and runs AppRun out of it.
 *
 * An AppImage of type 2 is an ELF program with "AI\2" in its padding, followed by a squashfs. This program mounts the
 * squashfs through FUSE (a child serves it until the last program that was started from it is gone), or unpacks it
 * into a folder that is removed afterwards where FUSE cannot be had. What it understands is what the specification
 * and common practice ask for:
 *
 *     --appimage-help  --appimage-offset  --appimage-extract  --appimage-mount  --appimage-extract-and-run ...
 *     APPIMAGE_EXTRACT_AND_RUN=1 in the environment does the same as the last of them
 *
 * Everything else goes to AppRun, which finds APPIMAGE, APPDIR, ARGV0 and OWD in its environment.
 * Reading squashfs is libsquashfuse's, talking to the kernel libfuse3's; both are linked in.
 */
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <squashfuse/config.h>
#include <squashfuse/ll.h>
#include <squashfuse/squashfuse.h>

#define EXIT_RUNTIME 127 /* this program failed, not the one inside */
#define COPY_BYTES (1 << 20)

static char image[PATH_MAX]; /* the AppImage's own path */
static size_t offset;        /* where its squashfs begins */

static void fail(const char *what) {
    fprintf(stderr, "AppImage: %s: %s\n", what, errno ? strerror(errno) : "not understood");
    exit(EXIT_RUNTIME);
}

/* The section headers are the last part of an ELF file: what comes behind them is the file system. */
static void find_file_system(void) {
    ssize_t length = readlink("/proc/self/exe", image, sizeof image - 1);
    if (length < 0) fail("finding the file");
    image[length] = '\0';
    Elf64_Ehdr header;
    int file = open(image, O_RDONLY | O_CLOEXEC);
    if (file < 0 || read(file, &header, sizeof header) != sizeof header) fail(image);
    close(file);
    offset = header.e_shoff + (size_t)header.e_shentsize * header.e_shnum;
}

static char *make_folder(const char *kind) {
    const char *parent = getenv("TMPDIR");
    char *path;
    if (asprintf(&path, "%s/.%s_HeadwaXXXXXX", parent && *parent ? parent : "/tmp", kind) < 0) fail("memory");
    if (mkdtemp(path) == NULL) fail(path);
    return path;
}

/* Mounting ------------------------------------------------------------------------------------------------------- */

static struct fuse_session *session;
static int users = -1; /* the reading end of a pipe whose other end every program run from the mount holds open */

static void *wait_for_users(void *nothing) {
    (void)nothing;
    char byte;
    while (read(users, &byte, 1) < 0 && errno == EINTR) {
    }
    fuse_session_unmount(session); /* lazily; the loop ends when the kernel has let go */
    return NULL;
}

/* Runs in the child: tell `ready` (one byte) when the mount stands, serve it until nobody uses it, clean up. */
static void serve(const char *folder, int ready) {
    static struct fuse_lowlevel_ops operations = {
        .getattr = sqfs_ll_op_getattr,
        .opendir = sqfs_ll_op_opendir,
        .releasedir = sqfs_ll_op_releasedir,
        .readdir = sqfs_ll_op_readdir,
        .lookup = sqfs_ll_op_lookup,
        .open = sqfs_ll_op_open,
        .create = sqfs_ll_op_create,
        .release = sqfs_ll_op_release,
        .read = sqfs_ll_op_read,
        .readlink = sqfs_ll_op_readlink,
        .listxattr = sqfs_ll_op_listxattr,
        .getxattr = sqfs_ll_op_getxattr,
        .forget = sqfs_ll_op_forget,
    };
    char *words[] = {"headwater", "-o", "ro,nodev,nosuid,fsname=Headwater.AppImage,subtype=squashfuse"};
    struct fuse_args arguments = FUSE_ARGS_INIT(3, words);
    sqfs_ll_chan channel = {0};
    sqfs_ll *files = sqfs_ll_open(image, offset);
    if (files == NULL) _exit(EXIT_RUNTIME);
    if (sqfs_ll_mount(&channel, folder, &arguments, &operations, sizeof operations, files) != SQFS_OK)
        _exit(EXIT_RUNTIME);
    session = channel.session;
    pthread_t watcher;
    if (pthread_create(&watcher, NULL, wait_for_users, NULL) != 0) _exit(EXIT_RUNTIME);
    if (write(ready, "", 1) != 1) _exit(EXIT_RUNTIME);
    close(ready);
    fuse_session_loop(session);
    pthread_join(watcher, NULL);
    rmdir(folder);
    _exit(0);
}

/* Whether the mount at `folder` stands. On success the caller holds the pipe's writing end open, over exec too. */
static bool mount_image(const char *folder) {
    int alive[2], told[2];
    if (pipe(alive) < 0 || pipe2(told, O_CLOEXEC) < 0) fail("pipe");
    pid_t child = fork();
    if (child < 0) fail("fork");
    if (child == 0) {
        close(alive[1]);
        close(told[0]);
        users = alive[0];
        setsid(); /* Ctrl+C in a terminal is meant for the program, not for the file system under it */
        int nowhere = open("/dev/null", O_RDWR);
        dup2(nowhere, STDIN_FILENO);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        serve(folder, told[1]);
    }
    close(alive[0]);
    close(told[1]);
    char byte;
    bool stands = read(told[0], &byte, 1) == 1;
    close(told[0]);
    if (!stands) {
        close(alive[1]);
        waitpid(child, NULL, 0);
    }
    return stands;
}

/* Unpacking ------------------------------------------------------------------------------------------------------ */

static void unpack_file(sqfs *files, sqfs_inode *inode, const char *target) {
    static char buffer[COPY_BYTES];
    int file = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, inode->base.mode & 0777);
    if (file < 0) fail(target);
    for (uint64_t at = 0; at < inode->xtra.reg.file_size;) {
        sqfs_off_t count = COPY_BYTES;
        if (sqfs_read_range(files, inode, (sqfs_off_t)at, &count, buffer) != SQFS_OK || count <= 0) fail(target);
        for (sqfs_off_t written = 0; written < count;) {
            ssize_t more = write(file, buffer + written, (size_t)(count - written));
            if (more < 0) fail(target);
            written += more;
        }
        at += (uint64_t)count;
    }
    if (close(file) < 0) fail(target);
}

static void unpack_entry(sqfs *files, sqfs_traverse *walk, const char *target) {
    sqfs_inode inode;
    if (sqfs_inode_get(files, &inode, sqfs_dentry_inode(&walk->entry)) != SQFS_OK) fail(target);
    if (S_ISDIR(inode.base.mode)) {
        if (mkdir(target, 0755) < 0 && errno != EEXIST) fail(target);
    } else if (S_ISLNK(inode.base.mode)) {
        char destination[PATH_MAX];
        size_t size = sizeof destination;
        if (sqfs_readlink(files, &inode, destination, &size) != SQFS_OK) fail(target);
        if (symlink(destination, target) < 0) fail(target);
    } else if (S_ISREG(inode.base.mode)) {
        unpack_file(files, &inode, target);
    }
}

static void unpack_image(const char *folder) {
    sqfs files;
    sqfs_traverse walk;
    sqfs_err error = SQFS_OK;
    errno = 0;
    if (sqfs_open_image(&files, image, offset) != SQFS_OK) fail(image);
    if (sqfs_traverse_open(&walk, &files, sqfs_inode_root(&files)) != SQFS_OK) fail(image);
    while (sqfs_traverse_next(&walk, &error)) {
        if (walk.dir_end) continue;
        char *target;
        if (asprintf(&target, "%s/%s", folder, walk.path) < 0) fail("memory");
        unpack_entry(&files, &walk, target);
        free(target);
    }
    if (error != SQFS_OK) fail(image);
    sqfs_traverse_close(&walk);
    sqfs_destroy(&files);
}

static int remove_one(const char *path, const struct stat *facts, int kind, struct FTW *where) {
    (void)facts, (void)kind, (void)where;
    return remove(path);
}

/* Running -------------------------------------------------------------------------------------------------------- */

static void run(const char *folder, char **arguments) {
    char *program;
    if (asprintf(&program, "%s/AppRun", folder) < 0) fail("memory");
    char here[PATH_MAX];
    if (getcwd(here, sizeof here) != NULL) setenv("OWD", here, 1);
    setenv("APPIMAGE", image, 1);
    setenv("APPDIR", folder, 1);
    setenv("ARGV0", arguments[0], 1);
    execv(program, arguments);
    fail(program);
}

static int unpack_and_run(char **arguments) {
    char *folder = make_folder("unpacked");
    unpack_image(folder);
    pid_t child = fork();
    if (child < 0) fail("fork");
    if (child == 0) run(folder, arguments);
    signal(SIGINT, SIG_IGN); /* the program decides what it means; we clean up behind it */
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int mount_and_wait(void) {
    char *folder = make_folder("mount");
    if (!mount_image(folder)) fail("mounting");
    puts(folder);
    fflush(stdout);
    pause(); /* until a signal ends this program, and with it the mount */
    return 0;
}

int main(int count, char **arguments) {
    const char *asked = count > 1 ? arguments[1] : "";
    const char *unpack = getenv("APPIMAGE_EXTRACT_AND_RUN");
    find_file_system();
    if (strcmp(asked, "--appimage-offset") == 0) return printf("%zu\n", offset) < 0;
    if (strcmp(asked, "--appimage-mount") == 0) return mount_and_wait();
    if (strcmp(asked, "--appimage-extract") == 0) {
        if (mkdir("squashfs-root", 0755) < 0 && errno != EEXIST) fail("squashfs-root");
        unpack_image("squashfs-root");
        return puts("squashfs-root") < 0;
    }
    if (strcmp(asked, "--appimage-help") == 0) {
        puts("--appimage-offset            print where the file system begins\n"
             "--appimage-extract           unpack it into ./squashfs-root\n"
             "--appimage-mount             make it visible until this program is ended\n"
             "--appimage-extract-and-run   run it without FUSE");
        return 0;
    }
    if (strcmp(asked, "--appimage-extract-and-run") == 0) {
        arguments[1] = arguments[0];
        return unpack_and_run(arguments + 1);
    }
    if (unpack != NULL && strcmp(unpack, "1") == 0) return unpack_and_run(arguments);
    char *folder = make_folder("mount");
    if (mount_image(folder)) run(folder, arguments);
    rmdir(folder); /* no FUSE here: slower, and nothing else is different */
    return unpack_and_run(arguments);
}

/**
 * The command: which scenarios a profile has and how large they are, one run of them, and whether it
 * was sound. It knows everything below it. Begin with {@link tollgate.load.LoadTest}.
 */
package tollgate.load;

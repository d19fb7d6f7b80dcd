package tollgate;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Whether a folder can hold a database. Asked before the server starts: on a disk that is full or
 * takes nothing, it tries for minutes and then says nothing that helps.
 */
final class DataFolder {

  private static final long MEBIBYTE = 1 << 20;

  private DataFolder() {}

  /** Makes the folder if it is not there. The failure says why it cannot hold a database. */
  static void prepare(Path folder, long freeBytesMin) throws IOException {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "writable", null));
    } catch (FileSystemException failure) {
      throw new IOException("cannot be written: " + reason(failure));
    }
    var free = Files.getFileStore(folder).getUsableSpace();
    if (free < freeBytesMin) throw new IOException(tooFull(free, freeBytesMin));
  }

  private static String tooFull(long free, long freeBytesMin) {
    return "only %d MiB of the disk are free, embedded.freeBytesMin is %d MiB"
        .formatted(free / MEBIBYTE, freeBytesMin / MEBIBYTE);
  }

  /** Without the path of a file that nobody asked for. */
  private static String reason(FileSystemException failure) {
    var reason = failure.getReason();
    if (reason != null) return reason;

    return switch (failure) {
      case AccessDeniedException _ -> "access denied";
      case NoSuchFileException missing -> "no such folder can be made: " + missing.getFile();
      case FileSystemException other -> String.valueOf(other.getMessage());
    };
  }
}

package tollgate.style;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One source file as text and as the tree that the compiler itself reads from it. */
record Source(Path file, String text, CompilationUnitTree tree, DocTrees docs) {

  static Source read(Path file) {
    try {
      return of(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Source of(Path file, String text) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var unit =
        new SimpleJavaFileObject(URI.create("string:///" + file), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    var task = (JavacTask) compiler.getTask(null, null, null, List.of(), List.of(), List.of(unit));
    try {
      return new Source(file, text, task.parse().iterator().next(), DocTrees.instance(task));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isTest() {
    return file.toString().contains("src/test/");
  }

  long firstLine(Tree of) {
    return tree.getLineMap().getLineNumber(docs.getSourcePositions().getStartPosition(tree, of));
  }

  long lastLine(Tree of) {
    return tree.getLineMap().getLineNumber(docs.getSourcePositions().getEndPosition(tree, of));
  }

  long lines(Tree of) {
    return lastLine(of) - firstLine(of) + 1;
  }

  boolean isDocumented(Tree type) {
    return docs.getDocComment(TreePath.getPath(tree, type)) != null;
  }

  /** Where to look, and what is wrong there. */
  String complaint(long line, String words) {
    return file + ":" + line + ": " + words;
  }
}

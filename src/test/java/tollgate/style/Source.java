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
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One source file as text and as the tree that the compiler itself reads from it. */
record Source(Path file, String text, CompilationUnitTree tree, DocTrees docs) {

  /** All at once: the compiler takes longer to start than to read. */
  static List<Source> readAll(List<Path> files) {
    return parse(files.stream().map(Text::read).toList());
  }

  static Source of(Path file, String text) {
    return parse(List.of(new Text(file, text))).getFirst();
  }

  private static List<Source> parse(List<Text> texts) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task = (JavacTask) compiler.getTask(null, null, null, List.of(), List.of(), texts);
    var docs = DocTrees.instance(task);
    var sources = new ArrayList<Source>();
    var each = texts.iterator();
    try {
      for (var tree : task.parse()) {
        var text = each.next();
        sources.add(new Source(text.file, text.words, tree, docs));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Text extends SimpleJavaFileObject {

    private final Path file;
    private final String words;

    Text(Path file, String words) {
      super(URI.create("string:///" + file), JavaFileObject.Kind.SOURCE);
      this.file = file;
      this.words = words;
    }

    static Text read(Path file) {
      try {
        return new Text(file, Files.readString(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return words;
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

package tollgate.style;

import static tollgate.style.Style.METHOD_LINES_MAX;
import static tollgate.style.Style.NESTING_MAX;
import static tollgate.style.Style.PARAMETERS_MAX;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.function.Supplier;

/** What one method may weigh: its lines, its parameters, its nesting, and no else after return. */
final class MethodScanner extends TreeScanner<Void, Void> {

  private final Source source;
  private final List<String> complaints;
  private int nesting;
  private boolean inRecord;

  MethodScanner(Source source, List<String> complaints) {
    this.source = source;
    this.complaints = complaints;
  }

  @Override
  public Void visitMethod(MethodTree method, Void nothing) {
    if (method.getBody() != null && source.lines(method.getBody()) > METHOD_LINES_MAX) {
      complain(method, method.getName() + " has more than " + METHOD_LINES_MAX + " lines");
    }
    if (method.getParameters().size() > PARAMETERS_MAX && !isList(method)) {
      complain(method, method.getName() + " has more than " + PARAMETERS_MAX + " parameters");
    }
    return fresh(() -> super.visitMethod(method, null));
  }

  /** The components of a record and the columns of a test's table are lists, not parameters. */
  private boolean isList(MethodTree method) {
    if (inRecord && method.getReturnType() == null) {
      return true;
    }
    return method.getModifiers().getAnnotations().stream()
        .anyMatch(each -> each.getAnnotationType().toString().equals("ParameterizedTest"));
  }

  @Override
  public Void visitClass(ClassTree type, Void nothing) {
    var before = inRecord;
    inRecord = type.getKind() == Tree.Kind.RECORD;
    fresh(() -> super.visitClass(type, null));
    inRecord = before;
    return null;
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
    return fresh(() -> super.visitLambdaExpression(lambda, null));
  }

  @Override
  public Void visitIf(IfTree choice, Void nothing) {
    if (choice.getElseStatement() != null && endsWithReturn(choice.getThenStatement())) {
      complain(choice, "else after return");
    }
    if (isGuard(choice)) {
      return super.visitIf(choice, null);
    }
    scan(choice.getCondition(), null);
    deeper(choice, () -> scan(choice.getThenStatement(), null));
    if (choice.getElseStatement() instanceof IfTree next) {
      return visitIf(next, null);
    }
    if (choice.getElseStatement() != null) {
      deeper(choice, () -> scan(choice.getElseStatement(), null));
    }
    return null;
  }

  /** One plain statement under a condition: nothing to lose one's way in. */
  private static boolean isGuard(IfTree choice) {
    var then = choice.getThenStatement();
    var only =
        then instanceof BlockTree block && block.getStatements().size() == 1
            ? block.getStatements().getFirst()
            : then;
    return choice.getElseStatement() == null
        && (only instanceof ExpressionStatementTree
            || only instanceof ThrowTree
            || only instanceof ReturnTree
            || only instanceof ContinueTree
            || only instanceof BreakTree);
  }

  private static boolean endsWithReturn(StatementTree then) {
    if (then instanceof BlockTree block && !block.getStatements().isEmpty()) {
      return block.getStatements().getLast() instanceof ReturnTree;
    }
    return then instanceof ReturnTree;
  }

  @Override
  public Void visitForLoop(ForLoopTree loop, Void nothing) {
    return deeper(loop, () -> super.visitForLoop(loop, null));
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void nothing) {
    return deeper(loop, () -> super.visitEnhancedForLoop(loop, null));
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree loop, Void nothing) {
    return deeper(loop, () -> super.visitWhileLoop(loop, null));
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree loop, Void nothing) {
    return deeper(loop, () -> super.visitDoWhileLoop(loop, null));
  }

  @Override
  public Void visitSwitch(SwitchTree choice, Void nothing) {
    return deeper(choice, () -> super.visitSwitch(choice, null));
  }

  private Void deeper(Tree where, Supplier<Void> inside) {
    nesting++;
    if (nesting == NESTING_MAX + 1) {
      complain(where, "nested deeper than " + NESTING_MAX);
    }
    inside.get();
    nesting--;
    return null;
  }

  private Void fresh(Supplier<Void> inside) {
    var before = nesting;
    nesting = 0;
    inside.get();
    nesting = before;
    return null;
  }

  private void complain(Tree where, String words) {
    complaints.add(source.complaint(source.firstLine(where), words));
  }
}

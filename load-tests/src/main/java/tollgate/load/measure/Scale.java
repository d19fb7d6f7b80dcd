package tollgate.load.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Where a number stands on an axis, from 0 to 1, and which numbers are written beside it. */
sealed interface Scale {

  double place(double value);

  List<Double> marks();

  default String label(double mark) {
    var thousands = mark >= 1000;
    var shown = new BigDecimal(thousands ? mark / 1000 : mark).round(new MathContext(4));
    return shown.stripTrailingZeros().toPlainString() + (thousands ? "k" : "");
  }

  /** From zero, with five marks or so. */
  record Even(double most) implements Scale {

    @Override
    public double place(double value) {
      return value / top();
    }

    @Override
    public List<Double> marks() {
      var marks = new ArrayList<Double>();
      for (double mark = 0; mark <= top() * 1.0001; mark += step()) marks.add(mark);
      return marks;
    }

    private double top() {
      return Math.ceil(Math.max(most, 1e-3) / step()) * step();
    }

    private double step() {
      var rough = Math.max(most, 1e-3) / 5;
      var ten = Math.pow(10, Math.floor(Math.log10(rough)));
      var lead = rough / ten;
      return ten * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
  }

  /** Tens at even distances: times from a fraction of a millisecond to seconds. */
  record Tens(double least, double most) implements Scale {

    @Override
    public double place(double value) {
      return (Math.log10(Math.max(value, low())) - Math.log10(low()))
          / (Math.log10(high()) - Math.log10(low()));
    }

    @Override
    public List<Double> marks() {
      var marks = new ArrayList<Double>();
      for (double mark = low(); mark <= high() * 1.0001; mark *= 10) marks.add(mark);
      return marks;
    }

    private double low() {
      return Math.pow(10, Math.floor(Math.log10(Math.max(least, 0.1))));
    }

    private double high() {
      return Math.max(low() * 10, Math.pow(10, Math.ceil(Math.log10(Math.max(most, 0.1)))));
    }
  }

  /** 90, 99, 99.9 at even distances: the tail is what is looked at. */
  record Tail() implements Scale {

    private static final double NINES_MAX = 4;

    @Override
    public double place(double percent) {
      var nines = -Math.log10(Math.max(1 - percent / 100, Math.pow(10, -NINES_MAX)));
      return Math.min(1, nines / NINES_MAX);
    }

    @Override
    public List<Double> marks() {
      return List.of(0.0, 50.0, 90.0, 99.0, 99.9, 99.99);
    }
  }
}

using System.Globalization;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>
/// The places of what the picture shows. Events have equal distances: a review takes a second and an authorization lasts a week,
/// so that an axis of time would show only one of them. Of the events of one second, the picture shows the last, and the table shows all.
/// </summary>
internal sealed class LifePicture
{
    private const int MaxWidth = 992;
    private const int Gap = 1;

    private readonly LifeLayout _layout;

    public LifePicture(OrderLife life, LifeLayout layout)
    {
        _layout = layout;
        var steps = life.Steps.Where((step, index) => index == life.Steps.Count - 1 || Format(step.Time) != Format(life.Steps[index + 1].Time)).ToList();
        var end = layout.Start + (layout.Step * steps.Count);
        (Width, Height) = layout.Place(end + layout.End, layout.Breadth);
        Bars =
        [
            .. CreateBars(steps, layout.Payment, step => (LifeText.OfPayment(step.Financial), LifeText.StyleOf(step.Financial))),
            .. CreateBars(steps, layout.Delivery, step => (LifeText.OfDelivery(step.Fulfillment), LifeText.StyleOf(step.Fulfillment))),
        ];
        var most = steps.SelectMany(step => new[] { step.Charged.Amount, step.Returned.Amount }).Append(life.Total.Amount).Max();
        Total = CreateLine(layout.PlaceAmount(life.Total.Amount, most));
        Axis = CreateLine(layout.PlaceAmount(0, most));
        Charged = CreatePath(steps, step => step.Charged.Amount, most, first: 0);
        var firstReturn = steps.FindIndex(step => step.Returned.Amount != 0);
        Returned = firstReturn >= 0 ? CreatePath(steps, step => step.Returned.Amount, most, firstReturn) : null;
        Labels = [.. CreateHeadings(), .. steps.SelectMany((step, index) => CreateTimes(step, layout.Start + (layout.Step * index)))];

        LifeLine CreateLine(int across) => new(layout.Place(layout.Start, across), layout.Place(end, across));
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Whether the picture is not wider than the page.</summary>
    public bool Fits => Width <= MaxWidth;

    /// <summary>The states of the payment and of the delivery, each from its first event on.</summary>
    public IReadOnlyList<LifeBar> Bars { get; }

    /// <summary>The order's total.</summary>
    public LifeLine Total { get; }

    /// <summary>The line of no money.</summary>
    public LifeLine Axis { get; }

    /// <summary>The path of the charged amount.</summary>
    public string Charged { get; }

    /// <summary>The path of the amount that was refunded and charged back; null if nothing was.</summary>
    public string? Returned { get; }

    /// <summary>The names of the lanes and the times, each with its left side and its baseline.</summary>
    public IReadOnlyList<(int X, int Y, string Text)> Labels { get; }

    private List<LifeBar> CreateBars(List<LifeStep> steps, (int Start, int Size) lane, Func<LifeStep, (string Text, string Style)> getState)
    {
        var states = new List<(int First, int Count, string Text, string Style)>();
        for (var index = 0; index < steps.Count; index++)
        {
            var (text, style) = getState(steps[index]);
            if (states.Count > 0 && states[^1].Text == text)
            {
                states[^1] = states[^1] with { Count = states[^1].Count + 1 };
            }
            else
            {
                states.Add((index, 1, text, style));
            }
        }

        return [.. states.Select(state =>
        {
            var (x, y) = _layout.Place(_layout.Start + (_layout.Step * state.First) + Gap, lane.Start);
            var (width, height) = _layout.Place((_layout.Step * state.Count) - (2 * Gap), lane.Size);
            return new LifeBar(x, y, width, height, state.Text, state.Style);
        })];
    }

    // An amount changes at its event, and stays until the next one.
    private string CreatePath(List<LifeStep> steps, Func<LifeStep, decimal> getAmount, decimal most, int first)
    {
        var points = steps.Skip(first).SelectMany((step, index) =>
        {
            var (time, across) = (_layout.Start + (_layout.Step * (first + index)), _layout.PlaceAmount(getAmount(step), most));
            return new[] { _layout.Place(time, across), _layout.Place(time + _layout.Step, across) };
        });
        return "M" + string.Join(" L", points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X} {point.Y}")));
    }

    private IEnumerable<(int X, int Y, string Text)> CreateHeadings() =>
        new[] { ("Payment", _layout.Payment), ("Delivery", _layout.Delivery), ("Money", _layout.Money) }
            .Select(lane => _layout.IsDown ? (lane.Item2.Start, 14, lane.Item1) : (0, lane.Item2.Start + 18, lane.Item1));

    private IEnumerable<(int X, int Y, string Text)> CreateTimes(LifeStep step, int time)
    {
        var (x, y) = _layout.Place(_layout.IsDown ? time : time + 5, _layout.Times.Start);
        return [(x, y + 16, Format(step.Time, "MM-dd")), (x, y + 32, Format(step.Time, "HH:mm:ss"))];
    }

    private static string Format(DateTimeOffset? time, string format = "s") => time?.UtcDateTime.ToString(format, CultureInfo.InvariantCulture) ?? string.Empty;
}

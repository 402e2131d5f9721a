using System.Globalization;

namespace PortalProxy.Soak;

/// <summary>What is soaked, for how long, and by how many.</summary>
/// <param name="Folder">Where the published portal stands.</param>
/// <param name="Length">How long customers come; start and settling take a few minutes more.</param>
/// <param name="Customers">How many there are at the same time.</param>
internal sealed record SoakOptions(string Folder, TimeSpan Length, int Customers)
{
    public const string Usage = "Usage: PortalProxy.Soak FOLDER [MINUTES] [CUSTOMERS], with MINUTES from 0.5 to 120 and CUSTOMERS from 10 to 1000.";

    private const int UsualCustomers = 300;
    private static readonly TimeSpan UsualLength = TimeSpan.FromMinutes(10);

    /// <summary>On average between two things that a customer does: most customers wait most of the time.</summary>
    public static TimeSpan Thinking => TimeSpan.FromSeconds(15);

    /// <summary>How long a portal that was just started is kept busy before its memory is taken for what it needs.</summary>
    public TimeSpan WarmUp => Length < TimeSpan.FromMinutes(5) ? TimeSpan.FromSeconds(8) : TimeSpan.FromSeconds(30);

    /// <summary>So many that no later time is busier for one portal, even while the other one restarts.</summary>
    public int WarmingCustomers => Customers / 2;

    /// <returns>Null where they can't be read.</returns>
    public static SoakOptions? Parse(string[] arguments) => arguments switch
    {
        [var folder] => new(folder, UsualLength, UsualCustomers),
        [var folder, var minutes] when IsLength(minutes, out var length) => new(folder, length, UsualCustomers),
        [var folder, var minutes, var count] when IsLength(minutes, out var length) && IsCount(count, out var customers) => new(folder, length, customers),
        _ => null,
    };

    private static bool IsLength(string text, out TimeSpan length)
    {
        var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 0.5 and <= 120;
        length = isNumber ? TimeSpan.FromMinutes(minutes) : TimeSpan.Zero;
        return isNumber;
    }

    private static bool IsCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is >= 10 and <= 1000;
}

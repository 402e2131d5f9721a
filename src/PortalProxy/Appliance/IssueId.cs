using System.Diagnostics.CodeAnalysis;

namespace PortalProxy.Appliance;

/// <summary>The appliance's number of an issue: 1 to 2147483647.</summary>
public readonly record struct IssueId(int Value)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out IssueId id)
    {
        var parsed = ApplianceNumber.TryParse(text, out var number);
        id = new(number);
        return parsed;
    }

    public override string ToString() => ApplianceNumber.Write(Value);
}

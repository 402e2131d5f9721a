using System.Diagnostics.CodeAnalysis;

namespace PortalProxy.Appliance;

/// <summary>The appliance's number of a representative: 1 to 2147483647.</summary>
public readonly record struct RepresentativeId(int Value)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out RepresentativeId id)
    {
        var parsed = ApplianceNumber.TryParse(text, out var number);
        id = new(number);
        return parsed;
    }

    public override string ToString() => ApplianceNumber.Write(Value);
}

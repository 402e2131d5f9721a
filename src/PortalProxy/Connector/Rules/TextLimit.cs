using System.Text;

namespace PortalProxy.Connector.Rules;

/// <summary>How long a text may be, in the unit in which the appliance counts it.</summary>
public sealed record TextLimit(int Most, TextUnit Unit)
{
    public int Measure(string text) => Unit == TextUnit.Bytes ? Encoding.UTF8.GetByteCount(text) : text.EnumerateRunes().Count();
}

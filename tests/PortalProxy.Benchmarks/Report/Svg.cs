using System.Globalization;
using System.Security;
using System.Text;

namespace PortalProxy.Benchmarks.Report;

/// <summary>A picture in the making: shapes in pixels, on white, so that it reads in light and dark pages alike.</summary>
internal sealed class Svg(int width, int height)
{
    private readonly StringBuilder shapes = new();

    public void Rectangle(double x, double y, double wide, double high, string color) => shapes.AppendLine(
        CultureInfo.InvariantCulture, $"""  <rect x="{x:0.#}" y="{y:0.#}" width="{wide:0.#}" height="{high:0.#}" fill="{color}"/>""");

    public void Line(double x1, double y1, double x2, double y2, string color) => shapes.AppendLine(
        CultureInfo.InvariantCulture, $"""  <line x1="{x1:0.#}" y1="{y1:0.#}" x2="{x2:0.#}" y2="{y2:0.#}" stroke="{color}"/>""");

    public void Curve(IEnumerable<(double X, double Y)> points, string color) => shapes.AppendLine(
        CultureInfo.InvariantCulture,
        $"""  <polyline fill="none" stroke="{color}" stroke-width="2" points="{string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")))}"/>""");

    /// <param name="x">Where it begins, ends or has its middle, as the anchor says.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">What it says.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="isTitle">Whether it stands out.</param>
    public void Text(double x, double y, string text, string anchor = "start", bool isTitle = false) => shapes.AppendLine(
        CultureInfo.InvariantCulture,
        $"""  <text x="{x:0.#}" y="{y:0.#}" text-anchor="{anchor}"{(isTitle ? " font-weight=\"bold\"" : "")}>{SecurityElement.Escape(text)}</text>""");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="sans-serif" font-size="12" fill="#222">
          <rect width="{width}" height="{height}" fill="#fff"/>
        {shapes}</svg>

        """);
}

using System.Text.RegularExpressions;
using Serilog.Core;
using Serilog.Events;

namespace PortalProxy.Hosting;

/// <summary>
/// Knows what of a request is personal: everything that a visitor can write, but for the language of a page, the path of a page
/// that exists, and a method that HTTP knows. A list of what is harmless, since a list of what is personal is never complete.
/// </summary>
public static partial class PersonalFields
{
    private const string Language = "lang";
    private const string RequestPath = "RequestPath";
    private const string RequestLog = "Serilog.AspNetCore.RequestLoggingMiddleware";

    /// <summary>Whether a parameter, in a query or a form, may hold something personal.</summary>
    public static bool Is(string parameter) => parameter != Language;

    /// <summary>The path as the log may tell it. One that leads nowhere may be anything a person typed, a session key included.</summary>
    public static string PathOf(HttpContext context) => context.Items[Routes.MatchedKey] as string ?? "(no such page)";

    /// <summary>The method as the log may tell it.</summary>
    public static string MethodOf(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method)
        || HttpMethods.IsPut(method) || HttpMethods.IsDelete(method) || HttpMethods.IsPatch(method) ? method : "(other)";

    /// <summary>A text whose addresses have lost their queries.</summary>
    public static string WithoutQueries(string text) => Query().Replace(text, "?…");

    /// <summary>
    /// The framework's own events below Warning repeat queries, headers, form values and target addresses. So an allow-list of
    /// sources stands here, in code: no level that a setting asks for can let them out.
    /// </summary>
    public static bool AreIn(LogEvent entry) => !(
        entry.Level >= LogEventLevel.Warning && !IsFrom(entry, "Yarp.") && !IsFrom(entry, "Microsoft.AspNetCore.Server.Kestrel")
        || IsFrom(entry, "PortalProxy")
        || IsFrom(entry, "Microsoft.Hosting.Lifetime")
        || IsFrom(entry, RequestLog));

    private static bool IsFrom(LogEvent entry, string source) =>
        entry.Properties.TryGetValue(Constants.SourceContextPropertyName, out var value)
        && value is ScalarValue { Value: string name }
        && name.StartsWith(source, StringComparison.Ordinal);

    [GeneratedRegex("""\?[^\s"'<>)]+""", RegexOptions.CultureInvariant)]
    private static partial Regex Query();

    /// <summary>
    /// Takes out what the framework puts on every event of a request (its path, as it was typed), and the queries of what
    /// warnings of others tell.
    /// </summary>
    public sealed class Remover : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            if (IsFrom(logEvent, RequestLog))
            {
                return;
            }

            logEvent.RemovePropertyIfPresent(RequestPath);
            foreach (var (name, value) in logEvent.Properties.ToList())
            {
                if (value is ScalarValue { Value: string text } && Query().IsMatch(text))
                {
                    logEvent.AddOrUpdateProperty(new(name, new ScalarValue(WithoutQueries(text))));
                }
            }
        }
    }
}

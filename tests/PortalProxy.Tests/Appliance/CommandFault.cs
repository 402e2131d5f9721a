using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Appliance;

/// <summary>One way in which the command API lets the portal down.</summary>
/// <param name="Name">As a test's name says it: the command API …</param>
/// <param name="Cause">What the log names.</param>
/// <param name="Answer">What it does.</param>
internal sealed record CommandFault(string Name, string Cause, Func<RawExchange, Task> Answer)
{
    /// <summary>Stands where a representative's private name could stand, and must never get out.</summary>
    public const string Private = "Qx8Private";

    private const string NotXml = "the answer is not the XML of an answer (";
    private const string NotAsked = "the appliance could not be asked (";
    private const string NoAnswer = "no answer within 00:00:01.";
    private const string Rep = $"<rep id='101'><private_display_name>{Private}</private_display_name></rep>";

    public static IReadOnlyList<CommandFault> All { get; } =
    [
        Saying("hangs up without a word", NotAsked, ""),
        Saying("hangs up within its headers", NotAsked, $"HTTP/1.1 200 OK\r\nX-A: {Private}"),
        Saying("hangs up within its body", NotAsked, $"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<logged_in_reps>{Rep}"),
        Saying("speaks no HTTP", NotAsked, $"<logged_in_reps>{Rep}</logged_in_reps>\r\n\r\n"),
        Saying("sends a header that is none", NotAsked, $"HTTP/1.1 200 OK\r\n{Rep}\r\n\r\n"),
        Saying("sends 100 KB of headers", NotAsked, $"HTTP/1.1 200 OK\r\nX-A: {Private}{new string('x', 100_000)}\r\n\r\n"),
        new("never answers", NoAnswer, exchange => exchange.WaitUntilGoneAsync()),
        new("sends its headers a byte at a time", NoAnswer, exchange => exchange.DripAsync("HTTP/1.1 200 OK\r\nX-A: ", "x")),
        new("sends its body a byte at a time", NoAnswer, exchange => exchange.DripAsync("HTTP/1.1 200 OK\r\n\r\n<logged_in_reps>", "x")),
        Answering("answers 500", "the appliance answered with status 500.", "500 Internal Server Error", Rep),
        Answering("answers 302", "the appliance answered with status 302.", "302 Found\r\nLocation: /login", Rep),
        Saying("answers 204", "the appliance answered with status 204.", "HTTP/1.1 204 No Content\r\n\r\n"),
        Answering("answers with nothing", NotXml, "200 OK", ""),
        Answering("answers with a page", NotXml, "200 OK", $"<html><body><p>{Private}<br></body></html>"),
        Answering("answers with broken XML", NotXml, "200 OK", $"<logged_in_reps><rep name={Private}></logged_in_reps>"),
        Answering("answers with XML of two ends", NotXml, "200 OK", $"<logged_in_reps><rep></{Private}></logged_in_reps>"),
        Answering("answers with a bomb", "DTD is prohibited", "200 OK", Bomb()),
        Answering("answers with something else", "he appliance answered <support_sessions> instead of <logged_in_reps>", "200 OK", "<support_sessions/>"),
        Answering("answers with too much", NotXml, "200 OK", $"<logged_in_reps>{string.Concat(Enumerable.Repeat(Rep, 80_000))}</logged_in_reps>"),
        Answering("answers with far too much", NotAsked, "200 OK", $"<logged_in_reps>{new string(' ', 9 * 1024 * 1024)}</logged_in_reps>"),
        new("never stops answering", NotAsked, async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK\r\n\r\n<logged_in_reps>");
            await exchange.SendUntilGoneAsync(new byte[64 * 1024]);
        }),
        Answering("says no", "the appliance says \"Permission denied.\"", "200 OK", "<error>Permission denied.</error>"),
        Answering("says no within its answer", "the appliance says \"Permission denied.\"", "200 OK", "<logged_in_reps><error>Permission denied.</error></logged_in_reps>"),
        Answering("takes no token for good", "the appliance answered with status 401.", "401 Unauthorized", ""),
    ];

    /// <summary>Whether only the time-out ends it.</summary>
    public bool IsSlow => Cause == NoAnswer;

    public static CommandFault Of(string name) => All.Single(one => one.Name == name);

    public override string ToString() => Name;

    private static CommandFault Saying(string name, string cause, string text) => new(name, cause, exchange => exchange.SendAsync(text));

    private static CommandFault Answering(string name, string cause, string status, string body) =>
        Saying(name, cause, $"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");

    private static string Bomb() =>
        $"<!DOCTYPE r [<!ENTITY a '{Private}'>{string.Concat(Enumerable.Range('b', 9).Select(letter => $"<!ENTITY {(char)letter} '&{(char)(letter - 1)};&{(char)(letter - 1)};'>"))}]><r>&j;</r>";
}

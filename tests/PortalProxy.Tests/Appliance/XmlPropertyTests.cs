using System.Text;
using CsCheck;
using PortalProxy.Appliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Appliance;

/// <summary>Whatever an appliance says, it is a directory or an error that the portal knows. <c>tests/fuzz</c> makes the runs longer.</summary>
[Trait("Kind", "Property")]
public sealed class XmlPropertyTests
{
    private const int Answers = 3_000;

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf("", " ", "1", "0", "101", "\u00C5sa", "&amp;", "&#xC5;", "&lt;a href='x'&gt;", "<![CDATA[<b>]]>", "<!-- -->", "<?x y?>", "2147483648", "-1", "1e3"),
        Gen.Char[' ', '\u2FFF'].Where(letter => letter is not ('<' or '&' or '>')).Array[0, 8].Select(letters => new string(letters)));

    private static readonly Gen<string> Name = Gen.OneOf(
        "logged_in_reps", "rep", "display_name", "public_display_name", "private_display_name", "showing_on_rep_list", "support_teams", "support_team",
        "members", "representative", "issues", "issue", "title", "name", "code_name", "error", "b:rep", "direct_link", "a");

    private static readonly Gen<string> Attributes = Gen.OneOf(
        "", "", " id='1'", " id='101'", " id=''", " id='x'", " b:id='7'", " id='2147483648'", " xmlns='https://www.beyondtrust.com/namespaces/API/command'", " xmlns:b='urn:b'");

    private static readonly Gen<string> Leaf = Gen.Select(Name, Attributes, Text, Element);
    private static readonly Gen<string> Branch = Gen.Select(Name, Attributes, Leaf.Array[0, 5].Select(string.Concat), Element);
    private static readonly Gen<string> Tree = Gen.Select(
        Gen.OneOf("logged_in_reps", "support_teams", "error", "html", "b:logged_in_reps"), Gen.OneOf(Leaf, Branch).Array[0, 6].Select(string.Concat),
        (name, content) => $"<{name} xmlns:b='urn:c'>{content}</{name}>");

    private static readonly Gen<string> Sound = Gen.OneOf(
        Tree,
        Gen.OneOf(
            "<logged_in_reps><rep id='101'><display_name>\u00C5sa</display_name><showing_on_rep_list>1</showing_on_rep_list></rep></logged_in_reps>",
            "<support_teams><support_team id='1'><name>IT</name><members><representative id='101'/></members><issues><issue id='1'><title>Printing</title>"
            + "<code_name>printing</code_name></issue></issues></support_team></support_teams>",
            "<error>Permission denied.</error>"));

    private static readonly Gen<string> Garbled = Garble.Of(
        Gen.Select(Gen.OneOf("", "<?xml version='1.0'?>", "<?xml version='1.0' encoding='UTF-8'?>\n", "\uFEFF", "<?xml version='1.1'?>"), Sound, (head, body) => head + body),
        "<", ">", "&", "\"", "'", "/", "]]>", "<![CDATA[", "<!--", "-->", "<?xml?>", "<?", "?>", "<!DOCTYPE a>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<!ENTITY b 'c'>", "&b;",
        "&#0;", "&#xD800;", "&#x110000;", "&nbsp;", "\0", "\u0001", "\uFFFE", "\uD800", "\uFEFF", " xmlns=''", " xmlns:xml='x'", " xmlns:a=''", ":", "a:b:c", " encoding='utf-16'",
        " encoding='utf-7'", " encoding='ibm037'", " standalone='x'", " xml:space='x'", "<a/>", "</a>", "<error/>", " id='1'", "\r", "\u2028");

    private static readonly Gen<Encoding> Spelling = Gen.OneOf(
        Encoding.UTF8, Encoding.UTF8, new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1, Encoding.ASCII);

    private static readonly Gen<byte[]> Bytes = Gen.OneOf(
        Gen.Select(Garbled, Spelling, Gen.Bool, (text, spelling, hasMark) => (byte[])[.. hasMark ? spelling.GetPreamble() : [], .. spelling.GetBytes(text)]),
        Gen.Byte.Array[0, 60],
        Gen.Select(Garbled, Gen.Byte.Array[1, 4], Gen.Int[0, 200], (text, wound, at) =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            return (byte[])[.. bytes[..Math.Min(at, bytes.Length)], .. wound, .. bytes[Math.Min(at, bytes.Length)..]];
        }));

    [Fact]
    public Task No_answer_whatsoever_is_a_surprise() => Bytes.SampleAsync(
        async bytes => { _ = await ReadAsync(bytes); }, Runs.Count, iter: Answers, print: bytes => Encoding.Latin1.GetString(bytes));

    [Fact]
    public async Task A_good_part_of_them_is_read()
    {
        var read = 0;
        await Sound.SampleAsync(async text => read += await ReadAsync(Encoding.UTF8.GetBytes(text)) ? 1 : 0, iter: 200, threads: 1);

        Assert.InRange(read, 50, int.MaxValue);
    }

    [Fact]
    public async Task A_declaration_that_ends_in_broken_bytes_is_no_answer() =>
        Assert.False(await ReadAsync([.. "<?xml version='1.0"u8, 0x8F, 0xC7, 0xB0, .. "'?>"u8]));

    // Within the four megabytes that are read. Whatever looks at all that was before for each piece takes minutes; whatever calls
    // itself for each level needs more stack than there is, and the process ends.
    [Theory]
    [InlineData("<error>", "<a>", "x", "</a>", "</error>")]
    [InlineData("<logged_in_reps><rep id='1'><display_name>", "<a>", "x", "</a>", "</display_name></rep></logged_in_reps>")]
    [InlineData("<logged_in_reps>", "<rep id='1'>", "", "</rep>", "</logged_in_reps>")]
    [InlineData("<logged_in_reps>", "", "<a/>", "", "</logged_in_reps>")]
    [InlineData("<error>", "", "x<!---->", "", "</error>")]
    [InlineData("<error>", "", "<![CDATA[x]]>", "", "</error>")]
    [InlineData("<logged_in_reps ", "", "a{0}='1' ", "", "/>")]
    [InlineData("<logged_in_reps ", "", "xmlns:a{0}='b' ", "", "/>")]
    [InlineData("<logged_in_reps>", "<a xmlns:b='c' b:d='e'>", "", "</a>", "</logged_in_reps>")]
    public async Task As_much_of_one_thing_as_fits_is_read_or_refused_in_time(
        string begin, string open, string middle, string close, string end)
    {
        var depth = open.Length == 0 ? 0 : 3_900_000 / (open.Length + close.Length);
        var wide = open.Length == 0 ? Enumerable.Range(0, 3_900_000 / (middle.Length + 5)) : [0];
        string Times(string text) => string.Concat(Enumerable.Repeat(text, depth));
        var content = string.Concat(wide.Select(number => middle.Replace("{0}", $"{number}", StringComparison.Ordinal)));
        var answer = Encoding.UTF8.GetBytes($"{begin}{Times(open)}{content}{Times(close)}{end}");

        await Soon.Within(Task.Run(() => ReadAsync(answer)));
    }

    private static async Task<bool> ReadAsync(byte[] answer)
    {
        try
        {
            using var body = new MemoryStream(answer);
            var root = await CommandXml.ReadAsync(body, "get_something", new([]), CancellationToken.None);
            _ = root.Name.LocalName == "support_teams"
                ? new DirectorySnapshot([], CommandAnswers.SupportTeams(root)).Issues.Count
                : new DirectorySnapshot(CommandAnswers.LoggedInRepresentatives(root), []).Listed.Count;
            return true;
        }
        catch (CommandApiException)
        {
            return false;
        }
    }

    private static string Element(string name, string attributes, string content) => $"<{name}{attributes}>{content}</{name}>";
}

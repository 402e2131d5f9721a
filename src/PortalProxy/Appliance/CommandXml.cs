using System.Xml;
using System.Xml.Linq;

namespace PortalProxy.Appliance;

/// <summary>
/// Reads an answer of the command API without trusting it: no DTD, no entities of its own, no more than 4 MB, no more than 32
/// levels; of the attributes <c>id</c> alone.
/// </summary>
internal static class CommandXml
{
    private const int MostCharacters = 4 * 1024 * 1024;
    private const int MostLevels = 32;
    private const int LongestErrorText = 200;

    private static readonly XmlReaderSettings Hardened = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <returns>The root element. Errors come with status 200, as the root or as its only child, and are thrown.</returns>
    /// <exception cref="CommandApiException">The text is no XML of an answer, or says <c>error</c>.</exception>
    public static async Task<XElement> ReadAsync(Stream body, string action, Redaction redaction, CancellationToken cancellationToken)
    {
        XElement root;
        try
        {
            using var reader = XmlReader.Create(body, Hardened);
            root = await LoadAsync(reader, cancellationToken);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or IOException))
        {
            // Most often an XmlException; over a declaration that ends in broken UTF-8, for one, the reader itself stumbles.
            throw new CommandApiException($"{action}: the answer is not the XML of an answer ({redaction.Clean(FailureMessage.Of(failure))})");
        }

        var error = root.Name.LocalName == "error" ? root : root.Child("error");
        return error is null
            ? root
            : throw new CommandApiException($"{action}: the appliance says \"{Shortened(redaction.Clean(error.Value))}\".") { IsRefusal = true };
    }

    /// <summary>Namespaces differ from version to version, so elements are known by their local name.</summary>
    public static XElement? Child(this XElement element, string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    /// <summary>The text of a child, trimmed; null where it is absent or blank.</summary>
    public static string? TextOf(this XElement element, string name) =>
        element.Child(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    // XDocument's own way goes up all levels for each element, and copies a text for each piece of it: some megabytes of nothing but
    // levels or pieces would take it minutes.
    private static async Task<XElement> LoadAsync(XmlReader reader, CancellationToken cancellationToken)
    {
        XElement? root = null;
        var open = new Stack<XElement>();
        while (await reader.ReadAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when open.Count == MostLevels:
                    throw new XmlException($"It has more than {MostLevels} levels.");
                case XmlNodeType.Element:
                    var id = reader.GetAttribute("id");
                    var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI), id is null ? null : new XAttribute("id", id));
                    root ??= element;
                    if (open.TryPeek(out var parent))
                    {
                        parent.Add(element);
                    }

                    if (!reader.IsEmptyElement)
                    {
                        open.Push(element);
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    open.Peek().Add(new XText(await reader.GetValueAsync()));
                    break;
            }
        }

        return root!;
    }

    private static string Shortened(string text) => text.Length <= LongestErrorText ? text : text[..LongestErrorText] + "…";
}

using PortalProxy.Connector.Reading;
using System.Text;
using FluentValidation;
using PortalProxy.Languages;
using PortalProxy.PublicSites;

namespace PortalProxy.Connector.Rules;

/// <summary>Rules for texts. Lengths are Unicode code points, as the appliance counts characters.</summary>
internal static class FieldRules
{
    public const int LongestText = 1024;
    public const int LongestName = 100;

    public static void OneLine(
        this AbstractValidator<ConnectorFields> validator, PortalTexts texts, ConnectorParameter parameter, Func<string> label, int limit) =>
        Text(validator, texts, parameter, label, new(limit, TextUnit.Characters), mayBreakLines: false);

    public static void Lines(
        this AbstractValidator<ConnectorFields> validator, PortalTexts texts, ConnectorParameter parameter, Func<string> label, TextLimit limit) =>
        Text(validator, texts, parameter, label, limit, mayBreakLines: true);

    /// <summary>The label of a declared field in the language of the request under way.</summary>
    public static string LabelOf(CustomField field) => field.Label.In(Language.Current ?? field.Label.Original).Text;

    private static void Text(
        AbstractValidator<ConnectorFields> validator,
        PortalTexts texts,
        ConnectorParameter parameter,
        Func<string> label,
        TextLimit limit,
        bool mayBreakLines) => validator.RuleFor(fields => fields[parameter]).Custom((text, context) =>
        {
            if (text is not null && FindFault(texts, text, label, limit, mayBreakLines) is { } fault)
            {
                context.AddFailure(parameter.Name, fault);
            }
        });

    private static string? FindFault(PortalTexts texts, string text, Func<string> label, TextLimit limit, bool mayBreakLines)
    {
        if (!mayBreakLines && text.Any(IsLineBreak))
        {
            return texts["SeveralLines", label()];
        }

        if (text.Any(letter => char.IsControl(letter) && !IsLineBreak(letter)) || HasUnpairedSurrogate(text))
        {
            return texts["Unsendable", label()];
        }

        return limit.Measure(text) is var found && found > limit.Most
            ? texts[limit.Unit == TextUnit.Bytes ? "TooManyBytes" : "TooManyCharacters", label(), found, limit.Most].Value
            : null;
    }

    private static bool IsLineBreak(char letter) => letter is '\r' or '\n' or '\u2028' or '\u2029';

    private static bool HasUnpairedSurrogate(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                return true;
            }

            text = text[consumed..];
        }

        return false;
    }
}

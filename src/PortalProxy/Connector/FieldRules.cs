using System.Text;
using FluentValidation;

namespace PortalProxy.Connector;

/// <summary>Rules for texts. Lengths are Unicode code points, as the appliance counts characters.</summary>
internal static class FieldRules
{
    public const int LongestText = 1024;
    public const int LongestName = 100;

    public static void OneLine(this AbstractValidator<ConnectorFields> validator, ConnectorParameter parameter, string label, int limit) =>
        Text(validator, parameter, label, new(limit, TextUnit.Characters), mayBreakLines: false);

    public static void Lines(this AbstractValidator<ConnectorFields> validator, ConnectorParameter parameter, string label, TextLimit limit) =>
        Text(validator, parameter, label, limit, mayBreakLines: true);

    private static void Text(
        AbstractValidator<ConnectorFields> validator, ConnectorParameter parameter, string label, TextLimit limit, bool mayBreakLines) =>
        validator.RuleFor(fields => fields[parameter]).Custom((text, context) =>
        {
            if (text is not null && FindFault(text, label, limit, mayBreakLines) is { } fault)
            {
                context.AddFailure(parameter.Name, fault);
            }
        });

    private static string? FindFault(string text, string label, TextLimit limit, bool mayBreakLines)
    {
        if (!mayBreakLines && text.Any(IsLineBreak))
        {
            return FieldTexts.LineBreak(label);
        }

        if (text.Any(letter => char.IsControl(letter) && !IsLineBreak(letter)) || HasUnpairedSurrogate(text))
        {
            return FieldTexts.Unreadable(label);
        }

        return limit.Measure(text) is var found && found > limit.Most ? FieldTexts.TooLong(label, found, limit) : null;
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

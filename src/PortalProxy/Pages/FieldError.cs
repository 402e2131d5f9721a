namespace PortalProxy.Pages;

/// <summary>The error beside one field, if it has one, and how the field refers to it.</summary>
public sealed record FieldError(string Id, string? Text)
{
    /// <summary>For <c>aria-invalid</c>; null leaves the attribute out.</summary>
    public string? Aria => Text is null ? null : "true";

    /// <summary>For <c>aria-describedby</c>; null leaves the attribute out.</summary>
    public string? Reference => Text is null ? null : Id;
}

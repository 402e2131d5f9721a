using System.Diagnostics.CodeAnalysis;

namespace PortalProxy.Settings;

/// <summary>The shape of every <c>TryParse</c> that owns a format.</summary>
public delegate bool TryParse<T>(string text, [MaybeNullWhen(false)] out T value);

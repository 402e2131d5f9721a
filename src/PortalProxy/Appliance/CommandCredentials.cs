using PortalProxy.Settings;

namespace PortalProxy.Appliance;

/// <summary>A command API account of the 2008 kind. Never printed.</summary>
public sealed class CommandCredentials(string username, string password)
{
    public string Username { get; } = username;

    public string Password { get; } = password;

    public override string ToString() => "command API account";

    public static CommandCredentials? Read(SettingReader settings)
    {
        var username = settings.Text("Username");
        var password = settings.Secret("Password");
        if (username is null && password is not null)
        {
            settings.Mistake("Username", "is missing while Appliance:Password is set", "Set both, or neither.");
        }

        if (username is not null && password is null)
        {
            settings.Mistake("Password", "is missing while Appliance:Username is set", "Set both, or neither.");
        }

        return username is null || password is null ? null : new(username, password);
    }
}

using Hub.Contracts;
using Hub.Domain.Time;

namespace Hub.Domain.Cases;

/// <summary>What the one who flags should do now. Hub is not an alarm: nobody is called by it.</summary>
public static class Adviser
{
    /// <summary>Null when the flag is neither urgent nor about a home with children.</summary>
    public static Advice? For(
        Category category, Severity severity, bool boernIHjemmet, Employer employer, Kontor receiver,
        OmraadeSettings settings, WorkCalendar calendar, DateTimeOffset now)
    {
        var urgent = severity == Severity.Akut;
        var children = boernIHjemmet || category == Category.BarnEllerUng;
        if (!urgent && !children) return null;
        var open = calendar.IsOpen(now, receiver);
        return new Advice(
            urgent ? Ring(category) : null, settings.DutyPhone, open, open ? null : calendar.NextOpening(now, receiver),
            children ? Paragraph(employer) : null);
    }

    // Someone not seen for long is for the police to look for (114); any other danger is 112.
    private static string Ring(Category category) => category == Category.IkkeSet ? "114" : "112";

    // Barnets lov: public employees have the stricter duty of § 133, everyone has that of § 135. It is personal; no leader may stop it.
    private static string Paragraph(Employer employer) => employer == Employer.Kommune ? "§ 133" : "§ 135";
}

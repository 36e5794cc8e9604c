using Hub.Contracts;
using Hub.Domain.Time;

namespace Hub.Domain.Cases;

/// <summary>What would become of a flag if it were sent now, told to its sender by the rules that would carry it out.</summary>
public static class Forecasts
{
    public static FlagForecast Of(FlagCase x, Membership sender, AreaFacts area, DateTimeOffset now)
    {
        var from = sender.Kontor!.Value;
        var named = x.LegalBasis.Kind != LegalBasisKind.Afslaaet && (IsNamed(x.Beboer) || x.Parter.Any(p => IsNamed(p.Person)));
        var receiver = FlagDecisions.Receiver(x, named, from, area.Settings);
        var open = area.Calendar.IsOpen(now, receiver);
        return new FlagForecast(
            receiver, named, named ? [.. SeesName(x, from, receiver, now).Each()] : [], Targets.Of(x.Severity, now, receiver, area.Calendar),
            open, open ? null : area.Calendar.NextOpening(now, receiver), area.Settings.DutyPhone, from == Kontor.BoligsocialtKontor && receiver == from,
            Adviser.For(x.Category, x.Severity, x.BoernIHjemmet, sender.Employer, receiver, area.Settings, area.Calendar, now))
        {
            Proposed = LegalBasisProposals.For(x.Category),
            Mark = x.Saerlig == Saerlig.Ingen ? null : new TextMark(
                [.. x.Saerlig.Each()], receiver != from && !LegalBasisRules.Carries(Basis(x, receiver), x.Saerlig, x.Category, receiver, now),
                [.. LegalBasisRules.CarriersOf(x.Saerlig, x.Category)]),
            Deling = receiver == from ? null : Sharing.To(receiver.AsSet(), sender.Employer, area),
        };
    }

    private static bool IsNamed(PersonInput? person) => person is not null
        && (person.LejemaalId is not null || ((string?[])[person.Name, person.Address, person.Phone]).Any(t => !string.IsNullOrWhiteSpace(t)));

    private static Kontorer SeesName(FlagCase x, Kontor from, Kontor receiver, DateTimeOffset now)
    {
        var opened = Kontorer.Personale.Each().Where(k => LegalBasisRules.Opens(Basis(x, receiver), x.Category, k, now));
        return opened.Aggregate(from.AsSet() & Kontorer.Personale, (set, k) => set | k.AsSet());
    }

    private static LegalBasis Basis(FlagCase x, Kontor receiver) =>
        new(x.LegalBasis.Kind, null, null, x.LegalBasis.Recipients ?? receiver.AsSet(), null, x.LegalBasis.Expires, x.LegalBasis.Covers);
}

using Hub.Contracts;

namespace Hub.Web.Demo.Stories;

/// <summary>Nordlyset: an ordinary area with an ordinary week.</summary>
internal static class NordlysetStories
{
    public static async Task Tell(DemoTurn area)
    {
        await Skraldet(area);
        await Restancen(area);
        await EnsomEnke(area);
        await Fugten(area);
        await NejTak(area);
        await Bestyrelsen(area);
    }

    private static async Task Skraldet(DemoTurn area)
    {
        area.Day(8, 9, 10);
        var sag = await area.Flag(
            "skrald", "ejendom", Category.Vanroegt, Severity.Hoej,
            "Skiftede en radiatorventil og kunne næsten ikke komme frem for aviser og poser. Køkkenet kan ikke bruges. Beboeren var flov, men lettet over, at nogen spurgte, og vil gerne ringes op.",
            area.Beboer("Poul Markvardsen", "Polarvej 4, 1. tv", "00 31 44 10"), new LegalBasisInput(LegalBasisKind.Samtykke, LegalBasisForm.Mundtligt), Vulnerability.Stor);
        area.Day(8, 11, 5);
        await area.PickUp("skrald/tag", "boligsocial", sag);
        area.Day(7, 9, 30);
        await area.Note("skrald/opkald", "boligsocial", sag, NoteKind.Opkald, "Aftalt besøg torsdag kl. 10. Vil helst have, at kun én kommer.");
        area.Day(5, 10, 40);
        await area.Note("skrald/besoeg", "boligsocial", sag, NoteKind.Besoeg, "Gennemgik lejligheden sammen. Er med på at rydde køkkenet først og få hjælp til at bære ned.");
        await area.Note("skrald/eget", "boligsocial", sag, NoteKind.Note, "Savner sin bror, som døde i vinter. Vi taler om det igen næste gang.", NoteAudience.Eget);
        area.Day(5, 13, 15);
        await area.Note("skrald/melder", "boligsocial", sag, NoteKind.Note, "Tak for henvendelsen. Vi er i gang og siger til, når der er brug for jer.", NoteAudience.Melder);
        await area.Task("skrald/container", "boligsocial", sag, Kontor.Ejendomskontor, "Stil en container ved opgangen fredag morgen", 4);
    }

    private static async Task Restancen(DemoTurn area)
    {
        area.Day(5, 14, 20);
        var sag = await area.Flag(
            "restance", "ejendomsleder", Category.Restance, Severity.Mellem,
            "Første påkrav er sendt. Har boet her i elleve år og altid betalt til tiden. Fristen på 14 dage løber.",
            area.Beboer("Dorte Bjerring", "Stjernestien 6, 2. th"), new LegalBasisInput(LegalBasisKind.BeretigetInteresse));
        area.Day(4, 8, 15);
        await area.PickUp("restance/tag", "leder", sag);
        await area.As("leder", "restance/tildel", new AssignCase(sag, area.User("boligsocial")));
        area.Day(4, 13);
        await area.Note("restance/moede", "boligsocial", sag, NoteKind.Moede, "Lagde budget sammen. Lønnen var forsinket efter jobskifte. Administrationen er med på tre rater.");
        area.Day(4, 14, 30);
        await area.As("boligsocial", "restance/luk", new CloseCase(sag, Outcome.Afdragsordning, "Tre rater, den første er betalt."));
    }

    private static async Task EnsomEnke(DemoTurn area)
    {
        area.Day(4, 14, 45);
        var sag = await area.Flag(
            "ensom", "ejendom", Category.Mistrivsel, Severity.Mellem,
            "Kom før i vaskeriet hver tirsdag og fik en snak. Har ikke været der i en måned, og persiennerne er nede om dagen. Jeg har ikke spurgt, om jeg må nævne det.",
            area.Beboer("Gerda Kildahl", "Polarvej 8, st. th"));
        area.Day(3, 9, 20);
        await area.As("boligsocial", "ensom/spoerg", new AskFlagger(sag));
    }

    private static async Task Fugten(DemoTurn area)
    {
        area.Day(2, 10, 30);
        var sag = await area.Flag(
            "fugt", "boligsocial", Category.Andet, Severity.Lav,
            "Kom i den åbne rådgivning: sort skimmel bag sengen, og den mindste hoster. Tør ikke selv ringe til ejendomskontoret, men siger ja til, at vi gør det.",
            area.Beboer("Samira Haddad", "Stjernestien 2, 1. th", "00 26 80 15"),
            new LegalBasisInput(LegalBasisKind.Samtykke, LegalBasisForm.Mundtligt, "Udbedring af fugt", Kontorer.Personale), Vulnerability.Nogen, Kilde.Selv, boern: true);
        area.Day(2, 11);
        await area.Offer(
            "fugt/overdrag", "boligsocial", sag, Kontor.Ejendomskontor, "Det er en bygningssag, og beboeren vil gerne have den hos jer.",
            "Skimmel på ydervæggen i soveværelset. Ring før besøg, helst efter kl. 15. Taler dansk, men vil gerne have tid til at forklare.");
    }

    private static async Task NejTak(DemoTurn area)
    {
        area.Day(2, 12, 10);
        var sag = await area.Flag(
            "nejtak", "ejendom", Category.Mistrivsel, Severity.Lav,
            "Spurgte ved postkasserne, om vi måtte give nummeret videre. Svaret var nej tak. Har fået folderen med åbningstiderne.",
            basis: new LegalBasisInput(LegalBasisKind.Afslaaet));
        area.Day(2, 13);
        await area.PickUp("nejtak/tag", "boligsocial", sag);
        area.Day(2, 13, 30);
        await area.As("boligsocial", "nejtak/luk", new CloseCase(sag, Outcome.TakkedeNej, null));
    }

    private static async Task Bestyrelsen(DemoTurn area)
    {
        area.Day(1, 9);
        await area.Flag(
            "fest", "bestyrelse", Category.Naboklage, Severity.Lav,
            "En beboer har klaget til bestyrelsen over fester i opgangen. Vi behandler ikke personsager og sender den videre.", kilde: Kilde.Nabo);
        area.Day(1, 9, 20);
        var lys = (await area.As("bestyrelse", "lys", new OpenMatter(
            "Lyset på stien er slukket", "Tre lamper mellem blokkene har været slukket siden efterårsferien. Flere går udenom om aftenen.", Kontor.Ejendomskontor))).MatterId!.Value;
        area.Day(1, 12, 40);
        await area.As("ejendom", "lys/note", new AddMatterNote(lys, "Elektrikeren har set på det: et kabel er gravet over. Lyset er tilbage i næste uge."));
        area.Day(1, 13, 30);
        var ladcykler = (await area.As("ejendomsleder", "ladcykler", new OpenMatter(
            "Plads til ladcykler", "Der står ladcykler i tre opgange, og brandmyndigheden har påtalt det. Skal vi inddrage to p-pladser til et skur?", Kontor.Bestyrelseskontor))).MatterId!.Value;
        area.Day(1, 18, 30);
        await area.As("bestyrelse", "ladcykler/dagsorden", new PutMatterOnAgenda(ladcykler, area.Today.AddDays(14)));
    }
}

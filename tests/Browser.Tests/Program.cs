return await Hub.Browser.Tests.Tour.Walk(args);

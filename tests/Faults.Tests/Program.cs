return await Hub.Faults.Tests.LongRun.Main(args);

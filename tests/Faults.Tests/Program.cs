return await Hub.Faults.Tests.LongRun.Go(args);

param($Windows)
foreach ($service in @($Windows.Services.Values)) { $service.Start = $null }
@{ Reason = 'unreadable'; HResult = @() }

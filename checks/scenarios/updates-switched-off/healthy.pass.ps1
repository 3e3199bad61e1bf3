param($Windows)
$null = $Windows
@{ Reason = ''; HResult = @() }

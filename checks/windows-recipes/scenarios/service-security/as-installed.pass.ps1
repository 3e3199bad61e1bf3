param($Windows, $With)
$null = $Windows, $With
@{ Reason = ''; HResult = @() }

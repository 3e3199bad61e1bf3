param($Windows)
$Windows.Account.Kind = 'system'
@{ Reason = 'asUser'; HResult = @() }

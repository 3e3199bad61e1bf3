param($Windows)
@{ Status = 'NotApplicable'; Reason = 'not-shared'; HResult = @() }

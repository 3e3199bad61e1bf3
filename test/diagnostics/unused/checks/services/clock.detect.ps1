$reason = if ($a) { 'ahead' } else { 'behnd' }
New-Finding -Status 'Problem' -Reason $reason

# The limit is in minutes.
param([int] $LimitMinute)
New-Finding -Status Ok
